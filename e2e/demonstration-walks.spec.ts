import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from './support/browser.ts';
import { firstView } from './support/first-view.ts';
import { Line } from './support/line.ts';
import { startProduct } from './support/product.ts';

const mostSteps = 14;
/** What a page may cost at its first opening, compressed, without pictures; and the scripts of it. */
const mostFirstView = 100 * 1024;
const mostScripts = 20 * 1024;

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

  await t.test('the front page is the county’s own, under one slim bar; no page costs much to open', async (weigh) => {
    await using reader = await Reader.open('front', { size: 'phone' });
    const answer = await reader.page.goto(product.address);
    assert.equal(answer?.status(), 200);
    await reader.page.getByRole('link', { name: '跟一篇稿子走一遍' }).waitFor();
    await reader.page.getByRole('link', { name: '我要点单' }).waitFor();
    await reader.picture('home');
    const story = await reader.page.locator('main a[href^="/stories/"]').first().getAttribute('href');
    const section = await reader.page.locator('a[href^="/sections/"]').first().getAttribute('href');
    for (const path of ['/', story ?? '', section ?? '', '/verify', '/search?q=柳河', '/services', '/large/', '/en/']) {
      const { bytes, scripts, pictures } = await firstView(reader.browser, new URL(path, product.address).href);
      weigh.diagnostic(`${path}: ${bytes} bytes, ${scripts} of them scripts; pictures ${pictures}`);
      assert.ok(bytes > 2_000 && bytes <= mostFirstView, `${path}: ${bytes} bytes`);
      assert.ok(scripts <= mostScripts, `${path}: ${scripts} bytes of scripts`);
    }
    assert.deepEqual(reader.complaints, []);
  });

  await t.test(
    'the story: the last signature, the public page, and one character that makes the signatures fall',
    async (walk) => {
      await using reader = await Reader.open('story-walk', { size: 'phone' });
      const began = performance.now();
      const steps = await walkThrough(reader, `${product.address}/demonstration/story`);
      assert.ok(steps >= 2, `${steps} steps`);
      const words = await reader.page.locator('main').innerText();
      assert.match(words, /毫秒/);
      assert.match(words, /签名/);
      walk.diagnostic(`${Math.round((performance.now() - began) / 1_000)} s; 120 at most on a quiet machine`);
      assert.deepEqual(reader.complaints, []);
    },
  );

  await t.test('the order: from the resident’s phone to the rating', async (walk) => {
    await using reader = await Reader.open('order-walk', { size: 'desk', language: 'en' });
    const began = performance.now();
    const steps = await walkThrough(reader, `${product.address}/en/demonstration/order`);
    assert.ok(steps >= 5, `${steps} steps`);
    assert.equal(await reader.page.locator('main form button[type=submit]').count(), 0);
    walk.diagnostic(`${Math.round((performance.now() - began) / 1_000)} s; 120 at most on a quiet machine`);
    assert.deepEqual(reader.complaints, []);
  });

  await t.test('a poster is checked, and what was read is read again, by a phone without network', async () => {
    await using line = await Line.to(product.address);
    await using reader = await Reader.open('mark', { size: 'phone' });
    const { page, context, complaints } = reader;
    await page.goto(line.address);
    await page.locator('main a[href*="/stories/"]').first().click();
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const story = page.url();
    const mark = (await page.getByRole('link', { name: '核对这一页' }).getAttribute('href')) ?? '';
    // What the first visit leaves behind: this page, the one that checks, and all that it is made of.
    await page.waitForFunction(async (url) => {
      const files = await (await caches.open('xiangyin-files-1')).keys();
      const kept = await Promise.all([url, '/verify', '/offline'].map((one) => caches.match(one)));
      return kept.every(Boolean) && files.some((one) => one.url.includes('/decode-'));
    }, story);
    await page.goto(`${story}/mark.svg`);
    const poster = await page.screenshot();
    line.cut();
    await context.setOffline(true);

    await page.goto(line.address + mark);
    await page.getByRole('heading', { name: '是真的', exact: true }).waitFor();
    await page.getByText('现在没有网：只能说发布的时候是真的。').waitFor();
    assert.ok((await page.locator('[data-result]').innerText()).replaceAll(/\s/g, '').includes(title.slice(0, 10)));
    await reader.picture('genuine-without-network');
    await page.goto(`${line.address}/verify`);
    await page
      .getByLabel('拍下二维码，或选一张照片')
      .setInputFiles({ name: 'poster.png', mimeType: 'image/png', buffer: poster });
    await page.getByRole('heading', { name: '是真的', exact: true }).waitFor();
    await page.getByLabel(/贴在这里/).fill(mark.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A')));
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByRole('heading', { name: '不是真的', exact: true }).waitFor();

    await page.goto(story);
    await page.getByText(/现在没有网，这是.*存下的/).waitFor();
    await reader.picture('story-without-network');
    await page.goto(`${line.address}/places`);
    await page.getByRole('heading', { name: '没有网也能看' }).waitFor();
    await page.getByRole('link', { name: title }).waitFor();
    await reader.picture('kept-pages');

    line.mend();
    await context.setOffline(false);
    await page.goto(line.address + mark);
    await page.getByText('刚问过：现在还是这一版。').waitFor();
    assert.deepEqual(
      complaints.filter((one) => !/ERR_(FAILED|INTERNET_DISCONNECTED|EMPTY_RESPONSE|CONNECTION_\w+)/.test(one)),
      [],
    );
  });
});
