// Small PNG images, made byte by byte (https://www.w3.org/TR/png-3/).

import { deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const EIGHT_BIT_RGBA = [8, 6, 0, 0, 0];

/** @param pixel red, green, blue and alpha at x and y, each 0 to 255 */
export function pngOf(width, height, pixel) {
    const lines = [];
    for (let y = 0; y < height; y++) {
        lines.push(0);
        for (let x = 0; x < width; x++) {
            lines.push(...pixel(x, y));
        }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set(EIGHT_BIT_RGBA, 8);
    return Buffer.concat([
        SIGNATURE,
        chunk('IHDR', header),
        chunk('IDAT', deflateSync(Buffer.from(lines))),
        chunk('IEND', Buffer.alloc(0)),
    ]);
}

/** A mask: transparent, which means editable, in its middle half. */
export function transparentHole(width, height) {
    const inside = (at, length) => at >= length / 4 && at < (3 * length) / 4;
    return (x, y) => [0, 0, 0, inside(x, width) && inside(y, height) ? 0 : 255];
}

function chunk(type, data) {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(named.length + 8);
    framed.writeUInt32BE(data.length, 0);
    named.copy(framed, 4);
    framed.writeUInt32BE(crc32(named), named.length + 4);
    return framed;
}

/** The checksum of PNG; Node has one of its own from 20.15 on. */
function crc32(bytes) {
    let crc = ~0;
    for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit++) {
            crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
        }
    }
    return ~crc >>> 0;
}
