import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readCommandLine } from '../tools/command-line.ts';
import { endWithChildren } from '../tools/end-with-children.ts';
import { ensureChromium } from '../tools/tests/ensure-chromium.ts';
import { measureCoEditing } from './co-editing.ts';
import { measureDesk, measurePictures } from './desk.ts';
import { benchDispatch } from './dispatch.ts';
import { measureFanOut } from './fan-out.ts';
import { measureInbox } from './inbox.ts';
import { benchHours } from './volunteering/hours.ts';
import { measureNewsletter } from './newsletter.ts';
import { bareCommits, bareQueries, bareTimes, fsyncTimes, startBareServer } from './limits.ts';
import { load } from './load.ts';
import type { LoadResult } from './load.ts';
import { help, readOptions } from './options.ts';
import type { BenchOptions, Part } from './options.ts';
import { commonQuestion, rareQuestion, searchPage, searchStatement } from './questions.ts';
import { benchOperations } from './operations/run.ts';
import { measureReach } from './reach.ts';
import { anotherList, orderRequests } from './requests.ts';
import { multiplyStories, prepareCounty, quiet, stayConfirmed } from './prepare.ts';
import type { BenchCounty } from './prepare.ts';
import { startProduct } from './product.ts';
import { measureSlowChannel } from './slow-channel.ts';
import { measureSearch } from './search-million.ts';
import { act, sign, signOffToVisible, storyBeforeLastSignature } from './sign-off.ts';
import { median, spread } from './statistics.ts';
import { Times } from './times.ts';
import { commentOn, longStory, measureOpenTexts, measureStrokes } from './together.ts';
import type { Figure } from './times.ts';
import { measureBoard } from './volunteering/board.ts';
import { measureRace } from './volunteering/race.ts';

endWithChildren();

const options = readCommandLine(help, readOptions);
const only = options.what === 'county' ? options.part : null;
const dose = options.what === 'county' ? options.dose : 'whole';
const quick = dose === 'quick';
// Only to see that it runs; its figures say nothing.
const tiny = dose === 'tiny';
/** Whether this is measured: everything is, unless one part is asked for alone. */
const isMeasured = (...named: readonly Part[]): boolean => only === null || named.includes(only);
const passes = tiny ? 1 : quick ? 3 : 7;
const seconds = tiny ? 0.3 : quick ? 1 : 1.5;
const sizes = tiny ? [40, 80] : quick ? [2_000] : [2_000, 200_000];
/** In each pass; the search answers one net 120 questions a minute, which these must not reach. */
const single = { signOffs: tiny ? 2 : quick ? 4 : 9, questions: tiny ? 2 : 8, fsyncs: 8 };
const newsroom = tiny
  ? { ideas: 20, opens: 1, strokes: 10, texts: 3, pictures: 1, submissions: 20 }
  : { ideas: 2_000, opens: 7, strokes: 200, texts: 100, pictures: 5, submissions: 10_000 };
const fanOut = tiny
  ? { channels: 5, stories: 4 }
  : quick
    ? { channels: 100, stories: 50 }
    : { channels: 1_000, stories: 100 };
const slowChannel = tiny
  ? { stories: 20, passes: 3 }
  : quick
    ? { stories: 100, passes: 3 }
    : { stories: 500, passes: 5 };
/** How much worse a figure is with the most stories than with the fewest; 1.3 is the most we allow ourselves. */
const growth = (one: Figure): string => {
  const small = figures.find((other) => other.name === one.name && other.stories === sizes[0]);
  if (!small || small === one) return '';
  return (one.unit === '/s' ? small.value / one.value : one.value / small.value).toFixed(2);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const output = join(import.meta.dirname, 'output');
// Before anything is measured: an hour later is late to find that there is none.
if (options.what === 'co-editing' || (options.what === 'county' && isMeasured('newsroom', 'volunteering')))
  process.env['CHROMIUM_PATH'] = ensureChromium(resolve(import.meta.dirname, '..'), say);

if (options.what !== 'county') {
  await measureApart(options);
  process.exit();
}

const folder = await mkdtemp(join(tmpdir(), 'xiangyin-bench-'));
const figures: Figure[] = [];
const file = join(output, `bench-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`);
try {
  const county = await prepareCounty(folder);
  for (const size of isMeasured('site') ? sizes : []) await measure(county, size);
  await keep();
  if (isMeasured('volunteering')) figures.push(...(await measureVolunteering(county)));
  await keep();
  if (isMeasured('newsroom')) figures.push(...(await measureNewsroom(county)));
  await keep();
  if (isMeasured('channels', 'reach')) figures.push(...(await measurePurges(county)));
  if (isMeasured('channels')) figures.push(...(await measureChannels(county)));
  await keep();
  if (isMeasured('channels', 'slow-channel')) figures.push(...(await measureBesideSlow(county)));
  await keep();
  if (isMeasured('search')) figures.push(...(await measureMillion(county)));
  // From here on the program starts its own PostgreSQL each time, as on every morning.
  await county.close();
  if (isMeasured('site')) figures.push(...(await measureStart(county)));
} finally {
  // Where something failed its database may still write there: that must not hide what it was.
  await rm(folder, { recursive: true, force: true }).catch((error: unknown) => say(String(error)));
  // Also what was measured before something failed.
  await report();
}

// What needs no county, or one of its own.
async function measureApart(asked: Exclude<BenchOptions, { what: 'county' }>): Promise<void> {
  if (asked.what === 'dispatch') return benchDispatch(asked, output);
  if (asked.what === 'hours') return benchHours(asked.entries);
  if (asked.what === 'operations') return benchOperations(asked, say);
  for (const { name, value, unit, limit } of await measureCoEditing())
    say(`${name}: ${value.toFixed(1)} ${unit} (at most ${limit})`);
}

async function measure(county: BenchCounty, stories: number): Promise<void> {
  say(`\n${stories} stories: preparing`);
  await stayConfirmed(county);
  let product = await startProduct(county.directory, 8391);
  const first = await storyBeforeLastSignature(product.address, county, 'model');
  const model = await sign(product.address, county, 'chief-editor', first, 'final_review');
  await quiet(county);
  await product.stop();
  await multiplyStories(county, stories);
  product = await startProduct(county.directory, 8391);
  try {
    await measurePasses(county, product.address, stories, model);
    // Memory stands outside the passes: it is the state that they leave behind. So does the start: it would throw away what they keep warm.
    figures.push(await idle(product, stories));
  } finally {
    await product.stop();
  }
}

// Many reach for few orders, and the desk looks at many: on its own start, so that nothing else is asked meanwhile.
async function measureVolunteering(county: BenchCounty): Promise<Figure[]> {
  await stayConfirmed(county);
  say('\nvolunteering: many volunteers, few open orders');
  const product = await startProduct(county.directory, 8395);
  try {
    const crowd = tiny ? { volunteers: 20, orders: 3 } : { volunteers: 500, orders: 20 };
    const board = tiny ? { orders: 40, opens: 1 } : { orders: 20_000, opens: passes };
    return [
      ...(await measureRace(county, product.address, crowd)),
      ...(await measureBoard(county, product.address, board)),
    ];
  } finally {
    await product.stop();
  }
}

// The figures of the newsroom's screens and shared texts: on their own start, for their load is of another kind.
async function measureNewsroom(county: BenchCounty): Promise<Figure[]> {
  await stayConfirmed(county);
  say('\nthe newsroom: board, long texts, pictures');
  const product = await startProduct(county.directory, 8393);
  const times = new Times();
  const stories = only === 'newsroom' ? 0 : (sizes.at(-1) ?? 0);
  try {
    const { address } = product;
    await measureInbox(county, address, times, { submissions: newsroom.submissions, passes: tiny ? 2 : 15 });
    const storyId = await longStory(county, address, 20_000);
    await commentOn(county, address, storyId, 200);
    await measureDesk(county, address, times, { ...newsroom, longStoryId: storyId });
    await measureStrokes(county, address, times, { storyId, strokes: newsroom.strokes });
    const memory = await measureOpenTexts(county, product, newsroom.texts);
    await measurePictures(county, address, times, newsroom.pictures);
    return [...times.figures(stories), { ...memory, stories }];
  } finally {
    await product.stop();
  }
}

async function measurePurges(county: BenchCounty): Promise<Figure[]> {
  await stayConfirmed(county);
  say('\nfour web processes: a page anew in all of them');
  return measureReach(county, tiny ? 1 : quick ? 5 : 30);
}

// Beside it nothing else: a million documents push the rest out of the memory.
async function measureMillion(county: BenchCounty): Promise<Figure[]> {
  const documents = tiny ? 2_000 : quick ? 100_000 : 1_000_000;
  say(`\nthe search: ${documents} documents`);
  return measureSearch(county, documents, say);
}

// Last of all: what it leaves behind is the largest ledger, and every later publication goes to all of its receivers.
async function measureChannels(county: BenchCounty): Promise<Figure[]> {
  await stayConfirmed(county);
  say('\nthe newsletter: one story to many receivers');
  const newsletter = await measureNewsletter(county, tiny ? 200 : 20_000);
  say('\nthe channels: one story to many, a backlog');
  const product = await startProduct(county.directory, 8394);
  try {
    if (only === 'channels') {
      const story = await storyBeforeLastSignature(product.address, county, 'model');
      await sign(product.address, county, 'chief-editor', story, 'final_review');
      await quiet(county);
      await multiplyStories(county, Math.max(fanOut.stories, slowChannel.stories) + 10);
    }
    const measured = await measureFanOut(county, product.address, fanOut);
    return [...newsletter, ...measured].map((one) => ({
      ...one,
      stories: only === 'channels' ? 0 : (sizes.at(-1) ?? 0),
    }));
  } finally {
    await product.stop();
  }
}

async function measureBesideSlow(county: BenchCounty): Promise<Figure[]> {
  await stayConfirmed(county);
  say('\nthe channels: one that is slow or dead beside four that answer');
  const product = await startProduct(county.directory, 8394);
  try {
    if (only === 'slow-channel') {
      const story = await storyBeforeLastSignature(product.address, county, 'model');
      await sign(product.address, county, 'chief-editor', story, 'final_review');
      await quiet(county);
      await multiplyStories(county, slowChannel.stories + 10);
    }
    return await measureSlowChannel(county, product.address, slowChannel);
  } finally {
    await product.stop();
  }
}

async function measurePasses(
  county: BenchCounty,
  address: string,
  stories: number,
  model: { id: string; slug: string | null },
): Promise<void> {
  const slug = model.slug ?? '';
  const pages = [
    ['story page', `/stories/${slug}`],
    ['list page', '/sections/county'],
    ['home page', '/'],
    ['API list of 20', '/api/v1/public/stories?limit=20'],
    ['API single', `/api/v1/public/stories/${slug}`],
  ] as const;
  const bare = await startBareServer(
    address,
    pages.map(([, path]) => path),
  );
  const orders = orderRequests(county, address);
  const seen = new Map<string, { value: LoadResult[]; limit: number[]; limitName: string }>();
  const note = (name: string, value: LoadResult, limit: number, limitName: string): void => {
    const one = seen.get(name) ?? { value: [], limit: [], limitName };
    one.value.push(value);
    one.limit.push(limit);
    seen.set(name, one);
  };
  const list = {
    text: `select id, first_published_at, slug, teaser from newsroom.stories where county_id = $1 and public_state = 'published' and translation_of is null order by first_published_at desc, id desc limit 20`,
    values: [1],
  };
  const ownerUrl = county.postgres.adminUrl('xiangyin');
  const times = new Times();
  for (let round = 0; round < (tiny ? 1 : 20); round += 1)
    await signOffToVisible(address, county, round, { settle: false });
  for (let pass = 1; pass <= passes; pass += 1) {
    say(`  pass ${pass} of ${passes}`);
    await stayConfirmed(county);
    await measureSingles(county, address, { modelId: model.id, stories }, times);
    for (const [name, path] of pages)
      note(
        name,
        await load(address, { path }, seconds),
        (await load(bare.address, { path }, seconds)).perSecond,
        'bare node:http, same bytes',
      );
    note(
      'API list of 20, another each time',
      await load(address, { path: '', paths: anotherList }, seconds),
      await bareQueries(ownerUrl, list, seconds),
      'bare driver, same rows',
    );
    note(
      'order placement',
      await load(address, orders, seconds),
      await bareCommits(ownerUrl, seconds),
      'bare driver, one row and commit',
    );
  }
  bare.stop();
  figures.push(...times.figures(stories));
  for (const [name, one] of seen) {
    const values = one.value.map((result) => result.perSecond);
    const [low, high] = spread(values);
    const errors = one.value.reduce((sum, result) => sum + result.errors, 0);
    figures.push({
      name,
      stories,
      unit: '/s',
      value: median(values),
      low,
      high,
      limit: median(one.limit),
      limitName: one.limitName,
      ratio: median(values.map((value, at) => value / (one.limit[at] ?? 1))),
      ...(errors > 0 ? { note: `${errors} errors` } : {}),
    });
  }
}

// What is done one at a time comes first in a pass, when the worker has dealt with the orders of the pass before:
// beside their thousands of notices a sign-off would be measured together with them.
async function measureSingles(
  county: BenchCounty,
  address: string,
  { modelId, stories }: { modelId: string; stories: number },
  times: Times,
): Promise<void> {
  await quiet(county);
  const ownerUrl = county.postgres.adminUrl('xiangyin');
  const fsync = median(await fsyncTimes(county.directory, single.fsyncs));
  for (let round = 0; round < single.signOffs; round += 1) {
    const { visible, answered } = await signOffToVisible(address, county, round);
    times.note('signing a text', answered, fsync, 'one fsync');
    times.note('sign-off to visible', visible, fsync, 'one fsync');
  }
  for (const [name, question] of [
    ['search, a word of few stories', () => rareQuestion(stories)],
    ['search, words of every story', commonQuestion],
  ] as const)
    for (let n = 0; n < single.questions; n += 1) {
      const asked = question();
      const took = await timed(() => searchPage(address, asked));
      const [bareTook] = await bareTimes(ownerUrl, searchStatement(asked), 1);
      times.note(name, took, bareTook ?? Number.NaN, 'bare driver, the hits alone');
    }
  const signatures = {
    text: 'select * from newsroom.signatures where county_id = $1 and story_id = $2 order by number',
    values: [1, modelId],
  };
  for (let n = 0; n < single.questions; n += 1) {
    const took = await timed(() => act(address, county, 'chief-editor', 'GET', `/stories/${modelId}/verification`));
    const [bareTook] = await bareTimes(ownerUrl, signatures, 1);
    times.note('verification of a story', took, bareTook ?? Number.NaN, 'bare driver, its signatures');
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function idle(product: { residentMegabytes(): number }, stories: number): Promise<Figure> {
  await new Promise((resolve) => setTimeout(resolve, quick || tiny ? 1_000 : 10_000));
  const megabytes = product.residentMegabytes();
  return {
    name: 'memory after the load, all roles, without PostgreSQL',
    stories,
    unit: 'MB',
    value: megabytes,
    low: megabytes,
    high: megabytes,
  };
}

async function measureStart(county: BenchCounty): Promise<Figure[]> {
  const took: number[] = [];
  const memory: number[] = [];
  for (let n = 0; n < (tiny ? 1 : 5); n += 1) {
    const product = await startProduct(county.directory, 8392);
    took.push(product.startedInMilliseconds);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    memory.push(product.residentMegabytes());
    await product.stop();
  }
  const [low, high] = spread(took);
  const [least, most] = spread(memory);
  return [
    {
      name: 'later start until the first page, PostgreSQL included',
      stories: sizes.at(-1) ?? 0,
      unit: 'ms',
      value: median(took),
      low,
      high,
    },
    {
      name: 'idle memory, all roles, without PostgreSQL',
      stories: sizes.at(-1) ?? 0,
      unit: 'MB',
      value: median(memory),
      low: least,
      high: most,
    },
  ];
}

async function report(): Promise<void> {
  const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
  say(
    `\n| figure | stories | median | spread | limit | ratio | times worse than with few |\n|---|--:|--:|--:|--:|--:|--:|`,
  );
  for (const one of figures)
    say(
      `| ${one.name} | ${one.stories} | ${round(one.value)} ${one.unit} | ${round(one.low)} to ${round(one.high)} | ${one.limit === undefined ? '' : `${round(one.limit)} (${one.limitName})`} | ${one.ratio?.toFixed(2) ?? ''}${one.note ? ` ${one.note}` : ''} | ${growth(one)} |`,
    );
  await keep();
  say(`\n${file}`);
}

/** What is measured so far: half an hour must not be lost with what fails at its end. */
async function keep(): Promise<void> {
  await mkdir(output, { recursive: true });
  await writeFile(
    file,
    JSON.stringify(
      {
        run: randomUUID(),
        at: new Date().toISOString(),
        node: process.version,
        cores: cpus().length,
        passes,
        seconds,
        figures,
      },
      null,
      2,
    ),
  );
}
