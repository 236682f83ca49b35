// OpenAI's Node SDK as its users have it: OPENAI_BASE_URL and OPENAI_API_KEY point it here.

import OpenAI from 'openai';

/** A client, and the HTTP status of each request that it made, in turn. */
export function countedClient(apiKey = process.env.OPENAI_API_KEY) {
    const statuses = [];
    const counting = async (url, ...options) => {
        const response = await fetch(url, ...options);
        // Before its first form the SDK fetches a data URL, to see what this fetch can do.
        if (!String(url).startsWith('data:')) {
            statuses.push(response.status);
        }
        return response;
    };
    return { openai: new OpenAI({ apiKey, fetch: counting }), statuses };
}

/**
 * What the SDK waits for is over at once, while `run` runs.
 *
 * @param milliseconds the wait that is cut short; the SDK has timeouts that must stay
 * @returns how often it was waited
 */
export async function withoutWaitsOf(milliseconds, run) {
    const real = globalThis.setTimeout;
    let waits = 0;
    globalThis.setTimeout = (callback, delay, ...values) => {
        const cut = delay === milliseconds;
        waits += cut ? 1 : 0;
        return real(callback, cut ? 0 : delay, ...values);
    };
    try {
        await run();
    } finally {
        globalThis.setTimeout = real;
    }
    return waits;
}

const PNG_SIGNATURE = '89504e470d0a1a0a';
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

/** `WIDTHxHEIGHT` of a PNG, by its header (https://www.w3.org/TR/png-3/#11IHDR). */
export function sizeOfPng(bytes) {
    if (bytes.toString('hex', 0, 8) !== PNG_SIGNATURE) {
        throw new Error('these bytes are no PNG');
    }
    return `${bytes.readUInt32BE(WIDTH_AT)}x${bytes.readUInt32BE(HEIGHT_AT)}`;
}
