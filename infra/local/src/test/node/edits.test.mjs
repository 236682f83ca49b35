// Run by NodeSdkTest, which starts the system and reads what is printed here.

import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import test from 'node:test';
import OpenAI, { toFile } from 'openai';
import { countedClient, sizeOfPng } from './counted.mjs';
import { pngOf, transparentHole } from './pictures.mjs';

const RED = [200, 30, 30, 255];
const BLUE = [30, 30, 200, 255];

const red = pngOf(96, 64, () => RED);
const blue = pngOf(64, 64, () => BLUE);
const mask = pngOf(96, 64, transparentHole(96, 64));

/** The cheapest edit: one credit. */
const order = (prompt, image, more) => ({
    model: 'gpt-image-2',
    prompt,
    image,
    size: '1024x1024',
    quality: 'low',
    ...more,
});

const file = (bytes, name = 'picture.png') => toFile(bytes, name, { type: 'image/png' });

async function edited(body) {
    const { openai, statuses } = countedClient();
    const answer = await openai.images.edit(body);
    assert.deepEqual(statuses, [200]);
    assert.equal(answer.credits, 1);
    const image = await fetch(answer.data[0].url);
    assert.equal(sizeOfPng(Buffer.from(await image.arrayBuffer())), '1024x1024');
    return answer;
}

test('a file is edited', async () => {
    await edited(order('at dusk', await file(red)));
});

test('a file without a type or a useful name is edited', async () => {
    await edited(order('at dusk', new File([red], 'blob')));
});

test('a file from a disk is edited', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pixapi-'));
    try {
        const path = join(folder, 'picture.png');
        await writeFile(path, red);
        await edited(order('at dawn', createReadStream(path)));
    } finally {
        await rm(folder, { recursive: true });
    }
});

test('a stream is edited', async () => {
    const stream = Readable.from([red.subarray(0, 50), red.subarray(50)]);
    await edited(order('at noon', await toFile(stream, 'picture.png')));
});

test('several files are edited together', async () => {
    await edited(order('side by side', [await file(red), await file(blue, 'other.png')]));
});

test('a list of one file is edited', async () => {
    await edited(order('alone', [await file(red)]));
});

test('an edit has a mask', async () => {
    await edited(order('a boat in the hole', await file(red), { mask: await file(mask, 'mask.png') }));
});

test('numbers and truth values of a form are read', async () => {
    const { openai } = countedClient();
    const answer = await openai.images.edit(
        order('twice', await file(red), { n: 2, output_format: 'jpeg', output_compression: 60 }),
    );
    assert.equal(answer.data.length, 2);
    assert.equal(answer.credits, 2);
    assert.equal(answer.output_format, 'jpeg');
});

test('base64 comes where it is asked', async () => {
    const { openai } = countedClient();
    const answer = await openai.images.edit(
        order('in text', await file(red), { response_format: 'b64_json' }),
    );
    assert.equal(sizeOfPng(Buffer.from(answer.data[0].b64_json, 'base64')), '1024x1024');
});

test('a stream of events ends with the completed image', async () => {
    const { openai } = countedClient();
    const events = [];
    for await (const event of await openai.images.edit(
        order('as events', await file(red), { stream: true }),
    )) {
        events.push(event);
    }
    assert.deepEqual(
        events.map((event) => event.type),
        ['image_edit.completed'],
    );
    assert.equal(sizeOfPng(Buffer.from(events[0].b64_json, 'base64')), '1024x1024');
});

test('a mask of another size is refused by its name', async () => {
    const { openai, statuses } = countedClient();
    const wrong = pngOf(32, 32, transparentHole(32, 32));
    await assert.rejects(
        openai.images.edit(order('odd', await file(red), { mask: await file(wrong) })),
        (refusal) => {
            assert.ok(refusal instanceof OpenAI.BadRequestError, String(refusal));
            assert.equal(refusal.code, 'invalid_image');
            assert.equal(refusal.param, 'mask');
            return true;
        },
    );
    assert.deepEqual(statuses, [400]);
});

test('a model that takes no mask is refused, and those that do are named', async () => {
    const { openai } = countedClient();
    await assert.rejects(
        openai.images.edit({
            model: 'nano-banana',
            prompt: 'masked',
            image: await file(red),
            mask: await file(mask),
        }),
        (refusal) => {
            assert.equal(refusal.param, 'mask');
            assert.match(refusal.message, /gpt-image-2/);
            return true;
        },
    );
});

test('a text is no image', async () => {
    const { openai } = countedClient();
    await assert.rejects(
        openai.images.edit(order('nothing', await file(Buffer.from('hello')))),
        (refusal) => {
            assert.equal(refusal.status, 400);
            assert.equal(refusal.code, 'invalid_image');
            return true;
        },
    );
});
