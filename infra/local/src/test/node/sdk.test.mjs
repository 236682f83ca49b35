// Run by NodeSdkTest, which starts the system and reads what is printed here.

import assert from 'node:assert/strict';
import test from 'node:test';
import OpenAI from 'openai';
import { countedClient, sizeOfPng, withoutWaitsOf } from './counted.mjs';

const { PIXAPI_POOR_KEY, PIXAPI_WRONG_KEY } = process.env;
const RETRY_AFTER = 5_000;

/** The cheapest order: one credit. */
const order = (prompt, more) => ({
    model: 'gpt-image-2',
    prompt,
    size: '1024x1024',
    quality: 'low',
    ...more,
});

/** What it cost, in credits; it leaves nothing held. */
async function spent(openai, run) {
    const before = await openai.get('/credits');
    await run();
    const after = await openai.get('/credits');
    assert.equal(after.held, 0);
    return after.spent - before.spent;
}

async function refusalOf(openai, body) {
    try {
        await openai.images.generate(body);
    } catch (refusal) {
        return refusal;
    }
    return assert.fail('this was not refused');
}

test('an image comes by URL in the asked size', async () => {
    const { openai } = countedClient();
    const answer = await openai.images.generate(order('a lighthouse', { size: '1536x1024' }));

    assert.equal(answer.data.length, 1);
    const image = await fetch(answer.data[0].url);
    assert.equal(image.headers.get('content-type'), 'image/png');
    assert.equal(sizeOfPng(Buffer.from(await image.arrayBuffer())), '1536x1024');
    assert.equal(answer.size, '1536x1024');
});

test('base64 comes where it is asked', async () => {
    const { openai } = countedClient();
    const body = order('a harbour', { response_format: 'b64_json' });
    const answer = await openai.images.generate(body);

    assert.equal(sizeOfPng(Buffer.from(answer.data[0].b64_json, 'base64')), '1024x1024');
});

test('three images are three URLs and three charges', async () => {
    const { openai } = countedClient();
    const cost = await spent(openai, async () => {
        const answer = await openai.images.generate(order('three boats', { n: 3 }));
        assert.equal(new Set(answer.data.map((image) => image.url)).size, 3);
    });

    assert.equal(cost, 3);
});

test('a slow image is waited for', async () => {
    const { openai, statuses } = countedClient();
    const answer = await openai.images.generate(order('[slow 3s] an oak'));

    assert.equal(answer.data.length, 1);
    assert.deepEqual(statuses, [200]);
});

test('a repeat with the same idempotency key is the same task and charged once', async () => {
    const { openai } = countedClient();
    const headers = { 'Idempotency-Key': 'node-ferry' };
    const ferry = () => openai.images.generate(order('a ferry'), { headers }).withResponse();
    const cost = await spent(openai, async () => {
        const first = await ferry();
        const again = await ferry();
        assert.equal(first.response.headers.get('idempotent-replayed'), null);
        assert.equal(again.response.headers.get('idempotent-replayed'), 'true');
        assert.equal(again.data.task_id, first.data.task_id);
    });

    assert.equal(cost, 1);
});

test('a stream ends with the completed image', async () => {
    const { openai } = countedClient();
    const events = [];
    for await (const event of await openai.images.generate(order('a pier', { stream: true }))) {
        events.push(event);
    }

    assert.deepEqual(
        events.map((event) => event.type),
        ['image_generation.completed'],
    );
    assert.equal(sizeOfPng(Buffer.from(events[0].b64_json, 'base64')), '1024x1024');
});

test('the SDK knows the request id', async () => {
    const { openai } = countedClient();
    const { data, request_id: id } = await openai.models.retrieve('gpt-image-2').withResponse();

    assert.match(data._request_id, /^req_/);
    assert.equal(id, data._request_id);
});

test('the models are listed', async () => {
    const { openai } = countedClient();
    const ids = [];
    for await (const model of openai.models.list()) {
        ids.push(model.id);
    }

    assert.ok(ids.includes('gpt-image-2'), ids.join());
    assert.ok(ids.includes('gemini-2.5-flash-image'), ids.join());
});

test('a model is found by its alias', async () => {
    const { openai } = countedClient();
    const model = await openai.models.retrieve('nano-banana');

    assert.equal(model.id, 'gemini-2.5-flash-image');
});

test('a wrong key is an authentication error', async () => {
    const { openai, statuses } = countedClient(PIXAPI_WRONG_KEY);
    const refusal = await refusalOf(openai, order('a door'));

    assert.ok(refusal instanceof OpenAI.AuthenticationError, String(refusal));
    assert.equal(refusal.code, 'invalid_api_key');
    assert.match(refusal.requestID, /^req_/);
    assert.deepEqual(statuses, [401]);
});

test('a wrong size is a bad request that names the parameter', async () => {
    const { openai, statuses } = countedClient();
    const refusal = await refusalOf(openai, order('a hedge', { size: '1000x1000' }));

    assert.ok(refusal instanceof OpenAI.BadRequestError, String(refusal));
    assert.equal(refusal.code, 'invalid_value');
    assert.equal(refusal.param, 'size');
    assert.deepEqual(statuses, [400]);
});

test('a request that cannot be paid is made once', async () => {
    const { openai, statuses } = countedClient(PIXAPI_POOR_KEY);
    const refusal = await refusalOf(openai, order('a yacht'));

    assert.ok(refusal instanceof OpenAI.APIError, String(refusal));
    assert.equal(refusal.status, 402);
    assert.equal(refusal.code, 'insufficient_credits');
    assert.equal(refusal.type, 'insufficient_credits');
    assert.deepEqual(statuses, [402]);
});

test('a rejected prompt is not repeated', async () => {
    const { openai, statuses } = countedClient();
    const refusal = await refusalOf(openai, order('[reject] a crime'));

    assert.ok(refusal instanceof OpenAI.UnprocessableEntityError, String(refusal));
    assert.deepEqual(statuses, [422]);
});

test('a model that is away is asked three times and costs nothing', async () => {
    const { openai, statuses } = countedClient();
    const away = async () => {
        const refusal = await refusalOf(openai, order('[fail] a storm'));
        assert.ok(refusal instanceof OpenAI.InternalServerError, String(refusal));
        assert.equal(refusal.code, 'model_unavailable');
        assert.equal(refusal.headers.get('x-should-retry'), 'true');
    };
    const cost = await spent(openai, async () => {
        assert.equal(await withoutWaitsOf(RETRY_AFTER, away), 2);
    });

    assert.equal(cost, 0);
    assert.deepEqual(
        statuses.filter((status) => status !== 200),
        [503, 503, 503],
    );
});
