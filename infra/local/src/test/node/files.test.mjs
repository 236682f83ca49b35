// Run by NodeSdkTest, which starts the system and reads what is printed here.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import OpenAI, { toFile } from 'openai';
import { countedClient } from './counted.mjs';

/** 4x4, grey. */
const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAAAAACMmsGiAAAADklEQVR42mNoAAIGVAIAUBQIAW1N4EkAAAAASUVORK5CYII=',
    'base64',
);
const DAY = 86_400;

const picture = () => toFile(PNG, 'picture.png', { type: 'image/png' });

/** How Pixapi, beyond OpenAI's API, takes what is too large for a request. */
const declaration = (bytes) => ({
    filename: 'large.png',
    bytes: bytes.length,
    media_type: 'image/png',
    sha256: createHash('sha256').update(bytes).digest('hex'),
});

test('a file is created, found and deleted', async () => {
    const { openai, statuses } = countedClient();
    const created = await openai.files.create({ file: await picture(), purpose: 'vision' });

    assert.match(created.id, /^file_[0-9A-Z]{26}$/);
    assert.equal(created.object, 'file');
    assert.equal(created.filename, 'picture.png');
    assert.equal(created.bytes, PNG.length);
    assert.equal(created.purpose, 'vision');
    assert.equal(created.status, 'processed');
    assert.equal(created.size, '4x4');
    assert.equal(created.expires_at - created.created_at, DAY);

    assert.deepEqual(await openai.files.retrieve(created.id), created);
    const deleted = await openai.files.delete(created.id);
    assert.deepEqual({ ...deleted }, { id: created.id, object: 'file', deleted: true });
    await assert.rejects(openai.files.retrieve(created.id), OpenAI.NotFoundError);
    assert.deepEqual(statuses, [200, 200, 200, 404]);
});

test('a file expires when it is told', async () => {
    const { openai } = countedClient();
    const created = await openai.files.create({
        file: await picture(),
        purpose: 'vision',
        expires_after: { anchor: 'created_at', seconds: 3_600 },
    });

    assert.equal(created.expires_at - created.created_at, 3_600);
});

test('a large file is declared, uploaded with fetch, and waited for', async () => {
    const { openai } = countedClient();
    const { id, status, upload } = await openai.post('/files', { body: declaration(PNG) });
    assert.equal(status, 'pending');

    const put = () => fetch(upload.url, { ...upload, body: PNG });
    assert.equal((await put()).status, 200);
    assert.equal((await put()).status, 412);

    const file = await openai.files.waitForProcessing(id);
    assert.equal(file.status, 'processed');
    assert.equal(file.size, '4x4');
});

test('an upload of other bytes is refused', async () => {
    const { openai } = countedClient();
    const { id, upload } = await openai.post('/files', { body: declaration(PNG) });
    const other = Buffer.from(PNG).fill(0);

    assert.equal((await fetch(upload.url, { ...upload, body: other })).status, 400);
    assert.equal((await openai.files.retrieve(id)).status, 'pending');
});

test('what is no image is a bad request that is made once', async () => {
    const { openai, statuses } = countedClient();
    const text = await toFile(Buffer.from('no image'), 'picture.png');
    await assert.rejects(openai.files.create({ file: text, purpose: 'vision' }), (refusal) => {
        assert.ok(refusal instanceof OpenAI.BadRequestError, String(refusal));
        assert.equal(refusal.code, 'invalid_image');
        assert.equal(refusal.param, 'file');
        return true;
    });
    assert.deepEqual(statuses, [400]);
});
