import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portalOptions } from '../../server/modules/portal/index.ts';
import { buildServer } from '../../server/platform/http/server.ts';
import { fillCounty } from '../../server/testing/busy-county.ts';
import type { Things } from '../../server/testing/busy-county.ts';
import { ownerClient, testWorld } from '../../server/testing/index.ts';
import { isLive, isLiveInXml } from '../../server/testing/security/live-markup.ts';
import { beginnings } from './beginnings/index.ts';
import type { Operation } from './operations.ts';
import { PlantedWorld } from './planted-world.ts';
import { allOperations, nameOf, rowOf, streams, thingsFor, whoMay } from './run.ts';
import { ownedTables } from './table-state.ts';

const deep = process.env['XIANGYIN_DEEP'] === '1';
const seed = Number(process.env['XIANGYIN_SEED'] || 1);
// Of what must first be brought about a run takes a seeded part; the full doses take all.
const [part, pages] = deep ? [1, 2_000] : [8, 120];

test(`markup in any text that the API takes is kept as it was sent, and stays text wherever it is shown (A23; seed ${seed})`, async (t) => {
  const operations = (await allOperations()).filter((one) => !streams.has(nameOf(one)));
  await using county = new PlantedWorld(await testWorld());
  const things = await fillCounty(county, 1);
  const writing = operations.filter(({ method }) => method === 'POST' || method === 'PUT' || method === 'PATCH');
  for (const [at, operation] of writing.entries())
    if (rowOf(operation) && (at + seed) % part === 0) await ask(county, things, operation);
  await county.deliver();
  const fields = new Set(county.planted.map(({ field }) => field.replaceAll(/\d+/g, 'n')));
  t.diagnostic(`${county.planted.length} texts with markup in ${fields.size} fields`);
  assert.ok(fields.size > (deep ? 100 : 25), [...fields].join('\n'));

  const found = new Findings(county);
  for (const operation of operations.filter(({ method }) => method === 'GET')) {
    const answer = await ask(county, things, operation, { brought: deep });
    if (answer?.text.includes('xyx(')) found.look(nameOf(operation), answer.headers['content-type'] ?? '', answer.text);
  }
  await crawl(county, found);
  await lookIntoTables(county, found);
  t.diagnostic(`${found.shown.size} shown, ${found.kept.size} kept`);
  assert.ok(found.shown.size > 40, 'they are really shown');
  assert.deepEqual(found.wrong, []);
});

/** Asks as whoever may; a right request of the reviewed table, or one whose beginning is `brought` about. */
async function ask(county: PlantedWorld, things: Things, operation: Operation, { brought = true } = {}) {
  if (operation.multipart) return undefined;
  const begun = brought ? await beginnings[nameOf(operation)]?.({ county, things }).catch(() => undefined) : undefined;
  const row = rowOf(operation);
  const known = begun ?? row?.send(thingsFor(things));
  if (!known) return undefined;
  const who = begun?.as ?? whoMay(row).at(-1) ?? 'guest';
  const cookie = typeof who === 'string' ? who !== 'guest' && (await county.as(who).cookie()) : who.cookie;
  return county.request(operation.method, `/api/v1${known.path}`, known.body, cookie ? { cookie } : {});
}

// HTML without an element around it in the fediverse; elsewhere a plain sentence.
const fediverseSummary = 'summary as HTML';

/** What was seen of the planted markup, and what must not be. */
class Findings {
  readonly wrong: string[] = [];
  readonly shown = new Set<number>();
  readonly kept = new Set<number>();
  readonly #county: PlantedWorld;
  constructor(county: PlantedWorld) {
    this.#county = county;
  }

  /** Judges an answer by its media type. */
  look(where: string, type: string, body: string): void {
    for (const number of numbersIn(body)) this.shown.add(number);
    if (/\bhtml\b/.test(type) && isLive(body)) this.wrong.push(`${where} is live`);
    else if (/xml|svg/.test(type) && isLiveInXml(body)) this.wrong.push(`${where} is live`);
    else if (/json/.test(type))
      // Of a mirror's list each line is a document.
      for (const one of /ndjson|jsonl/.test(type) ? body.split('\n').filter(Boolean) : [body])
        for (const [name, text] of textsIn(JSON.parse(one)))
          this.#judge(
            where,
            /activity\+json|ld\+json/.test(type) && name === 'summary' ? fediverseSummary : name,
            text,
          );
  }

  /** What is kept as a text is kept whole; what is kept as HTML is escaped. */
  keep(where: string, name: string, text: string): void {
    for (const number of numbersIn(text)) this.kept.add(number);
    const isThere = where === 'channels.activitypub_objects' && name === 'summary';
    this.#judge(where, isThere ? fediverseSummary : name, text);
  }

  #judge(where: string, name: string, text: string): void {
    if (name === fediverseSummary || (/html|^content$/i.test(name) && /^\s*</.test(text))) {
      if (isLive(text)) this.wrong.push(`${where} ${name} is live: ${text.slice(0, 200)}`);
      return;
    }
    for (const number of numbersIn(text)) {
      const planted = this.#county.planted.find((one) => one.number === number);
      if (!planted || text.includes(planted.markup)) continue;
      // The feed of a search says where the words stand, as the page does.
      if (!(where.startsWith('/feeds/search.') && isCutFrom(text, planted.markup, number)))
        this.wrong.push(`${where} ${name} has another ${planted.field}: ${text.slice(0, 200)}`);
    }
  }
}

/** Whether an excerpt holds the markup around its number as it was sent, up to where it is cut. */
function isCutFrom(excerpt: string, markup: string, number: number): boolean {
  const call = `xyx(${number})`;
  const [left = '', right = ''] = excerpt.split(call, 2);
  const [before = '', behind = ''] = markup.split(call, 2);
  return (
    (left.endsWith(before) || before.endsWith(left.slice(left.lastIndexOf('…') + 1))) &&
    (right.startsWith(behind) || behind.startsWith(right.split('…', 1)[0] ?? ''))
  );
}

const numbersIn = (text: string): number[] => [...text.matchAll(/xyx\((\d+)\)/g)].map(([, number]) => Number(number));

function textsIn(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, Array.isArray(value) ? name : key));
}

/** Visits the public site from its front pages, map and feeds. */
async function crawl(county: PlantedWorld, found: Findings): Promise<void> {
  const site = await buildServer(county.app, portalOptions(county.app));
  await site.ready();
  const open = ['/', '/en/', '/large/', '/search?q=xyx', '/feeds/rss.xml', '/feeds/atom.xml', '/feeds/feed.json'];
  open.push('/sitemap.xml');
  const visited = new Set<string>();
  for (let url = open.shift(); url !== undefined && visited.size < pages; url = open.shift()) {
    if (visited.has(url)) continue;
    visited.add(url);
    const answer = await site.inject({ url, headers: { host: 'one.test' } });
    assert.ok(answer.statusCode < 500, url);
    const type = String(answer.headers['content-type'] ?? '');
    if (!/html|xml|json|svg/.test(type)) continue;
    found.look(url, type, answer.body);
    for (const [, next = ''] of answer.body.matchAll(/(?:href="|<loc>(?:https?:\/\/[^/]+)?)(\/[^"<#]*)/g))
      open.push(next.replaceAll('&amp;', '&'));
  }
  await site.close();
}

async function lookIntoTables(county: PlantedWorld, found: Findings): Promise<void> {
  const owner = await ownerClient(county.database);
  for (const { name } of await ownedTables(owner)) {
    const { rows } = await owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t where t::text like '%xyx(%'`,
    );
    for (const { row } of rows) for (const [column, text] of textsIn(row)) found.keep(name, column, text);
  }
  await owner.end();
}
