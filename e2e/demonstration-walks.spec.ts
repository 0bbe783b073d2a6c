import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './support/browser.ts';
import { startProduct } from './support/product.ts';

const mostSteps = 14;

/** Presses the one button of the present step until the walk has none left; answers how many it took. */
async function walkThrough(reader: Reader, address: string): Promise<number> {
  const { page } = reader;
  await page.goto(address);
  await reader.picture('begin');
  for (let step = 1; step <= mostSteps; step += 1) {
    const button = page.locator('main form button[type=submit]').first();
    if ((await button.count()) === 0) return step - 1;
    await Promise.all([page.waitForLoadState('load'), button.click()]);
    // The press leads to the real screen of the step or back to the walk.
    if (!page.url().startsWith(address)) await page.goto(address);
    await page.waitForLoadState('load');
    await reader.picture(`after-${step}`);
  }
  return mostSteps;
}

test('a newcomer follows a story and an order, one click a step, in less than two minutes each', async (t) => {
  await using product = await startProduct({ paths: ['/'] });

  await t.test('the front page is the county’s own, under one slim bar', async () => {
    await using reader = await Reader.open('front', { size: 'phone' });
    const answer = await reader.page.goto(product.address);
    assert.equal(answer?.status(), 200);
    await reader.page.getByRole('link', { name: '跟一篇稿子走一遍' }).waitFor();
    await reader.page.getByRole('link', { name: '我要点单' }).waitFor();
    await reader.picture('home');
    assert.deepEqual(reader.complaints, []);
  });

  await t.test(
    'the story: the last signature, the public page, and one character that makes the signatures fall',
    async () => {
      await using reader = await Reader.open('story-walk', { size: 'phone' });
      const began = performance.now();
      const steps = await walkThrough(reader, `${product.address}/demonstration/story`);
      assert.ok(steps >= 2, `${steps} steps`);
      const words = await reader.page.locator('main').innerText();
      assert.match(words, /毫秒/);
      assert.match(words, /签名/);
      assert.ok(performance.now() - began < 120_000);
      assert.deepEqual(reader.complaints, []);
    },
  );

  await t.test('the order: from the resident’s phone to the rating', async () => {
    await using reader = await Reader.open('order-walk', { size: 'desk', language: 'en' });
    const began = performance.now();
    const steps = await walkThrough(reader, `${product.address}/en/demonstration/order`);
    assert.ok(steps >= 5, `${steps} steps`);
    assert.equal(await reader.page.locator('main form button[type=submit]').count(), 0);
    assert.ok(performance.now() - began < 120_000);
    assert.deepEqual(reader.complaints, []);
  });
});
