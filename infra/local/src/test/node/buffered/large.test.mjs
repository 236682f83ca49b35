// Run by NodeSdkBufferedTest, whose stage buffers: answers of four large images are redirects.

import assert from 'node:assert/strict';
import test from 'node:test';
import { countedClient } from '../counted.mjs';

/** Four images of three megabytes each. */
const order = (prompt, more) => ({
    model: 'gpt-image-2',
    prompt,
    n: 4,
    size: '1024x1024',
    quality: 'low',
    ...more,
});

test('four images in base64 are behind a redirect that the SDK follows', async () => {
    const { openai, statuses } = countedClient();
    const answer = await openai.images.generate(order('walls', { response_format: 'b64_json' }));

    assert.equal(answer.data.length, 4);
    assert.ok(answer.data.every((image) => image.b64_json.length > 1_000_000));
    assert.equal(answer.credits, 4);
    assert.deepEqual(statuses, [200]);
});

test('a stream of four images is behind a redirect that the SDK follows', async () => {
    const { openai } = countedClient();
    const types = [];
    for await (const event of await openai.images.generate(order('a street', { stream: true }))) {
        assert.ok(event.b64_json.length > 1_000_000);
        types.push(event.type);
    }

    assert.deepEqual(types, Array(4).fill('image_generation.completed'));
});

test('a task with four images is behind a redirect that the SDK follows', async () => {
    const { openai } = countedClient();
    const body = order('a yard', { response_format: 'b64_json' });
    const { id } = await openai.post('/async/images/generations', { body });
    const task = await openai.get(`/tasks/${id}?wait=25`);

    assert.equal(task.status, 'completed');
    assert.equal(task.result.data.length, 4);
});
