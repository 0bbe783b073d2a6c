import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { storyTextFromParagraphs, storyTextOf } from '../document/index.ts';
import { Office, type Colleague } from '../e2e/support/desk.ts';
import { startProduct, type Product } from '../e2e/support/product.ts';
import { Writer, type WriterAt } from '../server/modules/newsroom/testing/writer.ts';
import { median, percentile } from './statistics.ts';

/** A figure beside the most it may be. */
export interface CoEditingFigure {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  readonly value: number;
  readonly limit: number;
}

interface Story {
  readonly id: string;
  readonly places: readonly { id: string }[];
  readonly section: { readonly id: string };
}

const signs = 20_000;
const line = '井边的人说起打水的事，';

/** Writing together as people do it, in Chromium and over sockets: opening a story of 20,000 characters with 200 comments, a stroke of one of ten writers until another's screen
 *  shows it, and a hundred stories at once in one process. */
export async function measureCoEditing({ rounds = 5, strokes = 60, stories = 100 } = {}): Promise<CoEditingFigure[]> {
  await using product = await startProduct();
  await using office = await Office.open(product, 'bench');
  const [one, other] = [await office.colleague('linxiaohe'), await office.colleague('zhouyan')];
  const model = await anyStory(product, one);
  const long = await longStory(product, one, model);
  const opening = await opened(one, long, rounds);
  const strokeTimes = await seenStrokes([one, other], long, strokes, product);
  const memory = await manyStories(product, one, model, stories);
  return [
    {
      name: 'a story of 20,000 characters with 200 comments opens, median',
      unit: 'ms',
      value: median(opening),
      limit: 1_000,
    },
    {
      name: 'a stroke of one of ten is on another’s screen, p95',
      unit: 'ms',
      value: percentile(strokeTimes, 0.95),
      limit: 150,
    },
    {
      name: `${stories} stories written at once, memory of the whole process`,
      unit: 'MB',
      value: memory,
      limit: 500,
    },
  ];
}

const anyStory = async (product: Product, { account }: Colleague): Promise<Story> => {
  const { items } = await product.ask<{ items: Story[] }>(account, '/stories?limit=1&state=done');
  const [story] = items;
  if (!story) throw new Error('the demonstration has no story');
  return story;
};

function newStory(
  product: Product,
  { account }: Colleague,
  model: Story,
  title: string,
  paragraphs: readonly string[],
): Promise<Story> {
  const text = storyTextOf(storyTextFromParagraphs({ language: 'zh-CN', title, paragraphs }));
  const placeIds = model.places.map((place) => place.id);
  return product.send<Story>(account, '/stories', {
    kind: 'story',
    language: 'zh-CN',
    sectionId: model.section.id,
    placeIds,
    text,
  });
}

async function longStory(product: Product, who: Colleague, model: Story): Promise<Story> {
  const words = line.repeat(18);
  const paragraphs = Array.from({ length: Math.ceil(signs / (words.length + 6)) }, (_, i) => `第${i}段。${words}`);
  const story = await newStory(product, who, model, '井的长稿', paragraphs);
  for (let i = 0; i < 200; i += 1)
    await product.send(who.account, `/stories/${story.id}/comments`, {
      part: 'body',
      quote: `第${i % paragraphs.length}段`,
      words: `第${i}条：这里再核一核。`,
    });
  return story;
}

// From the click on the story's page to the text in the editor with its marks: the console is loaded, as it is at a desk.
async function opened({ page }: Colleague, story: Story, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`${new URL(page.url()).origin}/console/stories/${story.id}`);
    await page.getByText('批注 · 200 条没处理').waitFor();
    const took = await page.evaluate(async () => {
      const link = [...document.querySelectorAll<HTMLAnchorElement>('a')].find((one) => one.href.endsWith('/edit'));
      const began = performance.now();
      link?.click();
      while (document.querySelectorAll('.ProseMirror .comment-mark').length < 90)
        await new Promise(requestAnimationFrame);
      return performance.now() - began;
    });
    // The first opening also fetches the editor's program: that is another figure.
    if (round > 0) times.push(took);
  }
  return times;
}

async function seenStrokes(
  pages: readonly [Colleague, Colleague],
  story: Story,
  strokes: number,
  product: Product,
): Promise<number[]> {
  const [{ page: typing }, { page: seeing }] = pages;
  const at = await writerAt(product, pages[0]);
  for (const page of [typing, seeing]) {
    await page.goto(`${product.address}/console/stories/${story.id}/edit`);
    await page.locator('.ProseMirror p').nth(90).waitFor();
  }
  // Before the others begin: what moves under the pointer is never clicked.
  await typing.locator('.ProseMirror p').nth(60).click();
  const others = await Promise.all(Array.from({ length: 8 }, () => new Writer(story.id, at).synced()));
  let isOver = false;
  // Four strokes a second each: eight who type without a pause.
  const typingOthers = others.map(async (one, who) => {
    for (let stroke = 0; !isOver; stroke += 1) {
      one.paragraph(4 * who + 2).insert(0, String.fromCodePoint(0x5000 + (stroke % 500)));
      await pause(230 + 10 * who);
    }
  });
  const times: number[] = [];
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const sign = String.fromCodePoint(0x3400 + stroke);
    const seen = seeing.evaluate(async (wanted) => {
      const body = document.querySelector('.ProseMirror');
      while (!body?.textContent.includes(wanted)) await new Promise(requestAnimationFrame);
      return Date.now();
    }, sign);
    await pause(60);
    const pressed = await typing.evaluate((wanted) => {
      const now = Date.now();
      document.execCommand('insertText', false, wanted);
      return now;
    }, sign);
    times.push((await seen) - pressed);
  }
  isOver = true;
  await Promise.all(typingOthers);
  for (const one of others) one.leave();
  return times;
}

async function manyStories(product: Product, who: Colleague, model: Story, count: number): Promise<number> {
  const at = await writerAt(product, who);
  const writers: Writer[] = [];
  for (let i = 0; i < count; i += 1) {
    const story = await newStory(
      product,
      who,
      model,
      `稿件${i}`,
      Array.from({ length: 10 }, () => line.repeat(20)),
    );
    writers.push(await new Writer(story.id, at).synced());
  }
  for (const writer of writers) writer.paragraph(3).insert(0, '同时在写。');
  for (const writer of writers) await writer.synced();
  const status = await readFile(`/proc/${product.processId}/status`, 'utf8');
  for (const writer of writers) writer.leave();
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

async function writerAt({ address }: Product, { context }: Colleague): Promise<WriterAt> {
  const { host, port } = new URL(address);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  return { port: Number(port), host, cookie };
}

if (import.meta.main)
  for (const { name, unit, value, limit } of await measureCoEditing())
    process.stdout.write(`${value <= limit ? '✔' : '✖'} ${name}: ${value.toFixed(0)} ${unit} (at most ${limit})\n`);
