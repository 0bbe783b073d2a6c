import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchOptions } from '../e2e/support/chromium.ts';
import type { BenchCounty } from './prepare.ts';
import { act } from './sign-off.ts';
import type { Times } from './times.ts';

/** The desk's screens in a real Chromium, each time in a browser that holds nothing from before: the planning board with `ideas` on it, and a long text ready to be written in. `longStoryId` is the text of 20,000 characters with 200 comments. */
export async function measureDesk(
  county: BenchCounty,
  address: string,
  times: Times,
  { ideas, opens, longStoryId }: { ideas: number; opens: number; longStoryId: string },
): Promise<void> {
  await multiplyIdeas(county, address, ideas);
  await front(address);
  const browser = await chromium.launch(launchOptions());
  try {
    for (let n = -1; n < opens; n += 1) {
      // The limit of both: a page of the same program that asks for nothing but who is there.
      const limit = await opened(browser, county, address, '/account', (page) => page.locator('h1').waitFor());
      // The first only warms the browser and the program.
      const note = (name: string, took: number): void => {
        if (n >= 0) times.note(name, took, limit, 'another page of the console, the same way');
      };
      note(
        `planning board of ${ideas} ideas until it answers`,
        await opened(browser, county, address, '/plan', async (page) => {
          await page.locator('.plan-card').first().waitFor();
          await page.getByLabel('选题', { exact: true }).fill('谁去看看');
        }),
      );
      note(
        'text of 20,000 characters with 200 comments until it can be written in',
        await opened(browser, county, address, `/stories/${longStoryId}/edit`, async (page) => {
          await page.locator('.ProseMirror p').first().click();
        }),
      );
    }
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the address until `isThere` and the page is free again for the next key, as somebody of the cast sees it. What is waited for is named by CSS: to find a role the driver reckons those of the whole page, again and again, a tenth of what would be measured. */
export async function opened(
  browser: Browser,
  county: BenchCounty,
  address: string,
  path: string,
  isThere: (page: Page) => Promise<unknown>,
  who: keyof BenchCounty['cookies'] = 'chief-editor',
): Promise<number> {
  const context = await deskContext(browser, county, address, who);
  try {
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(`${address}/console${path}`);
    await isThere(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    return performance.now() - began;
  } finally {
    await context.close();
  }
}

async function deskContext(
  browser: Browser,
  county: BenchCounty,
  address: string,
  who: keyof BenchCounty['cookies'] = 'chief-editor',
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
  const [name = '', value = ''] = county.cookies[who].split('=');
  // Its name asks for a secure address to be set, and this machine's own counts as one to be sent to.
  const url = address.replace('http:', 'https:');
  await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' }]);
  return context;
}

/** Waits until the console is built and served. */
export async function front(address: string): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (await fetch(`${address}/console/`).then((answer) => answer.ok)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the console was not there after two minutes');
}

/** Copies one open idea until the board holds `count`; every other has an assignment. */
async function multiplyIdeas(county: BenchCounty, address: string, count: number): Promise<void> {
  const model = await act(address, county, 'chief-editor', 'POST', '/ideas', {
    title: '早市上的青菜',
    placeIds: [county.placeId],
  });
  await act(address, county, 'chief-editor', 'POST', `/ideas/${model.id}/assignments`, { kind: 'text' });
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  try {
    await owner.query(
      'create temporary table copies as select n, gen_random_uuid() as idea, gen_random_uuid() as assignment from generate_series(1, $1) n',
      [count - 1],
    );
    for (const [table, own, where] of [
      ['ideas', `'id', c.idea, 'title', t.title || ' ' || c.n`, 'true'],
      ['idea_places', `'idea_id', c.idea`, 'true'],
      ['assignments', `'id', c.assignment, 'idea_id', c.idea`, 'c.n % 2 = 0'],
    ] as const)
      await owner.query(
        `insert into newsroom.${table} select made.* from newsroom.${table} t, copies c, jsonb_populate_record(t, jsonb_build_object(${own})) made
          where t.county_id = 1 and t.${table === 'ideas' ? 'id' : 'idea_id'} = $1 and ${where}`,
        [model.id],
      );
    for (const table of ['ideas', 'idea_places', 'assignments']) await owner.query(`vacuum analyze newsroom.${table}`);
  } finally {
    await owner.end();
  }
}

/** Sends pictures of 12 megapixels as a camera makes them, and asks for every file that pages show of each, one after the other. */
export async function measurePictures(
  county: BenchCounty,
  address: string,
  times: Times,
  count: number,
): Promise<void> {
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    for (let n = 0; n < count; n += 1) {
      const bytes = Buffer.from(await page.evaluate(drawPhotograph, n), 'base64');
      const began = performance.now();
      const hash = await sendPicture(county, address, bytes);
      const sent = performance.now() - began;
      for (const path of await addressesOf(county, hash)) {
        const answer = await fetch(address + path);
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        await answer.arrayBuffer();
      }
      times.note(
        'picture of 12 megapixels until all its files are there',
        performance.now() - began,
        sent,
        'the answer',
      );
    }
  } finally {
    await browser.close();
  }
}

// Runs in the browser: hills of colour with the grain of a small sensor, as JPEG.
async function drawPhotograph(number: number): Promise<string> {
  const canvas = new OffscreenCanvas(4000, 3000);
  const brush = canvas.getContext('2d');
  if (!brush) return '';
  const picture = brush.createImageData(canvas.width, canvas.height);
  const { data } = picture;
  let grain = number + 1;
  for (let at = 0; at < data.length; at += 4) {
    grain = (grain * 1_103_515_245 + 12_345) & 0x7fffffff;
    const [x, y] = [(at / 4) % 4000, at / 16_000];
    const light = 128 + 90 * Math.sin(x / 170 + Math.cos(y / 230) * 3) + (grain >> 26);
    data[at] = light;
    data[at + 1] = (light * 3 + y / 12) / 4;
    data[at + 2] = 255 - light / 2;
    data[at + 3] = 255;
  }
  brush.putImageData(picture, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  let bytes = '';
  for (const byte of new Uint8Array(await blob.arrayBuffer())) bytes += String.fromCodePoint(byte);
  return btoa(bytes);
}

async function sendPicture(county: BenchCounty, address: string, bytes: Buffer): Promise<string> {
  const form = new FormData();
  form.set('alt', '河边的早市');
  form.set('placeId', county.placeId);
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'market.jpg');
  const answer = await fetch(`${address}/api/v1/files`, {
    method: 'POST',
    headers: { cookie: county.cookies['chief-editor'], origin: address, 'idempotency-key': randomUUID() },
    body: form,
  });
  if (!answer.ok) throw new Error(`the picture was not taken: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { hash: string }).hash;
}

/** Every file that a page may ask for. */
async function addressesOf(county: BenchCounty, hash: string): Promise<string[]> {
  const { pagePicture } = await import('../server/modules/media/index.ts');
  const shown = pagePicture({ hash, width: 4000, height: 3000, alt: '' });
  const ofSet = (set: string | null | undefined): string[] =>
    (set ?? '').split(', ').flatMap((one) => one.split(' ')[0] || []);
  const cuts = [shown, shown.wide, shown.square].flatMap((cut) =>
    cut ? [cut.src, ...ofSet(cut.srcset), ...ofSet(cut.avif)] : [],
  );
  return [...new Set([...cuts, ...(shown.share ? [shown.share] : [])])];
}
