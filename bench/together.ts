import { textOf, writerAt } from '../server/modules/newsroom/testing.ts';
import type { BenchCounty } from './prepare.ts';
import { act } from './sign-off.ts';
import type { Figure, Times } from './times.ts';

type Writer = Awaited<ReturnType<typeof writerAt>>;

const sentence = '柳河边的菜农说，今年的青菜比往年早上市十天，合作社把三十亩大棚的薄膜换成了透光更好的。';
const longText = (characters: number) =>
  textOf(
    '柳河镇的一年',
    Array.from(
      { length: Math.ceil(characters / (sentence.length * 10)) },
      (_, at) => `${at + 1}、${sentence.repeat(10)}`,
    ),
  );

/** Begins a text of so many characters; answers its id. */
export async function longStory(county: BenchCounty, address: string, characters: number): Promise<string> {
  const { id } = await act(address, county, 'chief-editor', 'POST', '/stories', {
    language: 'zh-CN',
    sectionId: county.sectionId,
    placeIds: [county.placeId],
    text: longText(characters),
  });
  return id;
}

/** Says so many things about a text of `longStory`, over its paragraphs in turn. */
export async function commentOn(county: BenchCounty, address: string, storyId: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1)
    await act(address, county, 'chief-editor', 'POST', `/stories/${storyId}/comments`, {
      part: 'body',
      quote: `${(n % 40) + 1}、柳河边的菜农说`,
      words: `第${n + 1}条：这里再核一核。`,
    });
}

/** Ten people in one text: how long after a stroke of one of them the last of the others has it. */
export async function measureStrokes(
  county: BenchCounty,
  address: string,
  times: Times,
  { storyId, strokes }: { storyId: string; strokes: number },
): Promise<void> {
  const writers = await Promise.all(Array.from({ length: 10 }, (_, n) => sitDown(county, address, storyId, n)));
  try {
    for (let n = 0; n < strokes; n += 1) {
      const own = writers[n % writers.length];
      if (!own) throw new Error('nobody writes');
      const began = performance.now();
      const seen = writers.filter((one) => one !== own).map((one) => nextChange(one));
      own.paragraph(n % 5).insert(1, String.fromCodePoint(0x4e00 + n));
      times.note('a stroke seen by nine others', await last(seen, began));
      await own.synced();
    }
  } finally {
    for (const writer of writers) writer.leave();
  }
}

/** What the program needs when `count` texts are open at once, each with somebody in it. */
export async function measureOpenTexts(
  county: BenchCounty,
  product: { address: string; residentMegabytes(): number },
  count: number,
): Promise<Figure> {
  const before = product.residentMegabytes();
  const writers: Writer[] = [];
  try {
    for (let n = 0; n < count; n += 1) {
      const writer = await sitDown(county, product.address, await longStory(county, product.address, 2_000), n);
      writer.paragraph(0).insert(0, '早');
      writers.push(await writer.synced());
    }
    const megabytes = product.residentMegabytes();
    return {
      name: `memory with ${count} texts open, all roles`,
      stories: 0,
      unit: 'MB',
      value: megabytes,
      low: before,
      high: megabytes,
      note: `${(megabytes - before).toFixed(0)} more than before`,
    };
  } finally {
    for (const writer of writers) writer.leave();
  }
}

const desk = ['editor', 'section-head', 'chief-editor'] as const;

function sitDown(county: BenchCounty, address: string, storyId: string, n: number): Promise<Writer> {
  const { port, host } = new URL(address);
  return writerAt(storyId, { port: Number(port), host, cookie: county.cookies[desk[n % desk.length] ?? 'editor'] });
}

const nextChange = (writer: Writer): Promise<number> =>
  new Promise((resolve) => writer.doc.once('update', () => resolve(performance.now())));

async function last(seen: readonly Promise<number>[], began: number): Promise<number> {
  return Math.max(...(await Promise.all(seen))) - began;
}
