import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { App } from '../server/platform/app.ts';
import { migrate } from '../server/platform/migrate.ts';
import { openBesides } from './open-besides.ts';
import { startEmbeddedPostgres } from '../server/platform/postgres/index.ts';
import type { EmbeddedPostgres } from '../server/platform/postgres/index.ts';
import { inCounty } from '../server/platform/transaction.ts';
import { modules } from '../server/modules.ts';
import { buildTestCounties } from '../server/testing/counties.ts';
import { openTestSession, setDuty } from '../server/modules/access/testing.ts';
import { addSection, textOf } from '../server/modules/newsroom/testing.ts';
import { placesOf } from '../server/modules/places/index.ts';
import { addTestStation } from '../server/modules/stations/testing.ts';
import { addTestService } from '../server/modules/volunteering/testing.ts';

/** A county made for measuring: sessions of the cast, the ids a request needs. */
export interface BenchCounty {
  readonly directory: string;
  readonly postgres: EmbeddedPostgres;
  readonly cookies: Readonly<
    Record<'correspondent' | 'editor' | 'section-head' | 'chief-editor' | 'coordinator' | 'administrator', string>
  >;
  readonly sectionId: string;
  readonly placeId: string;
  readonly serviceId: string;
  close(): Promise<void>;
}

const people = ['correspondent', 'editor', 'section-head', 'chief-editor', 'coordinator', 'administrator'] as const;
const paragraph =
  '柳河边的菜农说，今年的青菜比往年早上市十天。合作社把三十亩大棚的薄膜换成了透光更好的，夜里多盖一层草帘，天亮就卷起来。早上五点，第一车菜装好，六点半到县城的早市，八点不到就卖完了。';

/** Starts PostgreSQL on a folder of its own, with the tables and the cast of a small county. It waits for the disk, as the product does. */
export async function prepareCounty(directory: string): Promise<BenchCounty> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const postgres = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
  await postgres.ensureDatabase('xiangyin');
  const subscribers = modules
    .flatMap((module) => module.subscriptions ?? [])
    .flatMap((one) => (one.kind === 'after' ? [one.name] : []));
  await migrate(postgres.adminUrl('xiangyin'), { appRole: postgres.appRole, subscribers });
  const owner = new pg.Client({ connectionString: postgres.adminUrl('xiangyin') });
  await owner.connect();
  await buildTestCounties.rows(owner);
  await owner.query(`update platform.hosts set host = 'localhost' where county_id = 1`);
  await owner.end();
  const app = await openBesides(postgres.appUrl('xiangyin'), directory);
  await buildTestCounties.cast(app);
  const made = await furnish(app);
  await app.close();
  return { directory, postgres, ...made, close: async () => void (await postgres.stop()) };
}

async function furnish(app: App) {
  const county = app.counties.byId(1);
  if (!county) throw new Error('the county is missing');
  return inCounty(app, county, async (ctx) => {
    const { sectionId, placeId, serviceId } = await ctx.transaction(async (tx) => {
      await setDuty(tx, 'chief-editor');
      const place = placesOf(tx).places.find((one) => one.level === 'village');
      if (!place) throw new Error('no village');
      await addTestStation(tx, place.id);
      return {
        serviceId: (await addTestService(tx, 'taps')).id,
        sectionId: await addSection(tx, {
          slug: 'county',
          name: { 'zh-CN': '县里的事', en: 'Around the county' },
          position: 1,
        }),
        placeId: place.id,
      };
    });
    const cookies = Object.fromEntries(
      await Promise.all(people.map(async (login) => [login, await openTestSession(ctx, login)] as const)),
    ) as BenchCounty['cookies'];
    return { sectionId, placeId, serviceId, cookies };
  });
}

/** A text of about 600 characters, each with a title of its own. */
export const benchText = (n: number | string) =>
  textOf(
    `早市上的青菜 ${n}`,
    Array.from({ length: 6 }, (_, at) => `${at + 1}、${paragraph}`),
    { deck: '换了棚膜，多盖草帘，青菜早上市十天。' },
  );

/** Copies the one published story until the county has `count`: editions, revisions, places, rounds with their signatures and search documents of their own, by the owner, as years of work would have left them. The signatures are copies: what is verified is the model.
 *  In the search every text holds the model's words, the most that a question can meet, and one word that it shares with nineteen others, however many there are: `rareWord`. */
export async function multiplyStories(county: BenchCounty, count: number): Promise<void> {
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  try {
    const [model] = (
      await owner.query(
        `select id, edition_id, revision_id from newsroom.stories where county_id = 1 and public_state = 'published' and slug not like 'bench-%' order by first_published_at limit 1`,
      )
    ).rows;
    await owner.query('drop table if exists public.bench_copies');
    await owner.query(
      `create table public.bench_copies as select n, gen_random_uuid() as story, gen_random_uuid() as edition, gen_random_uuid() as revision, gen_random_uuid() as round,
         now() - n * interval '7 minutes' as at from generate_series((select count(*) from newsroom.stories where county_id = 1)::int, $1 - 1) n`,
      [count],
    );
    await owner.query(
      `insert into newsroom.stories select made.* from newsroom.stories s, public.bench_copies b, jsonb_populate_record(s, jsonb_build_object('id', b.story, 'slug', 'bench-' || b.n, 'title', s.title || b.n, 'edition_id', null, 'revision_id', b.revision,
         'first_published_at', b.at, 'published_at', b.at, 'created_at', b.at, 'updated_at', b.at)) made where s.county_id = 1 and s.id = $1`,
      [model.id],
    );
    await owner.query(
      `insert into newsroom.revisions select made.* from newsroom.revisions r, public.bench_copies b, jsonb_populate_record(r, jsonb_build_object('id', b.revision, 'story_id', b.story, 'version', 1)) made where r.county_id = 1 and r.id = $1`,
      [model.revision_id],
    );
    await owner.query(
      `insert into newsroom.editions select made.* from newsroom.editions e, public.bench_copies b, jsonb_populate_record(e, jsonb_build_object('id', b.edition, 'story_id', b.story, 'revision_id', b.revision, 'published_at', b.at)) made where e.county_id = 1 and e.id = $1`,
      [model.edition_id],
    );
    await owner.query(
      'insert into newsroom.story_places (county_id, story_id, place_id, shown_at) select 1, b.story, p.place_id, b.at from public.bench_copies b, newsroom.story_places p where p.county_id = 1 and p.story_id = $1',
      [model.id],
    );
    await owner.query(
      `insert into newsroom.story_words select 1, b.story, w.words || to_tsvector('english', 'bench' || b.n / 20) from newsroom.story_words w, public.bench_copies b where w.county_id = 1 and w.story_id = $1`,
      [model.id],
    );
    await multiplySignatures(owner, model.id);
    await multiplyDocuments(owner, model.id);
    // Story and edition name each other: the story comes first, without its edition.
    await owner.query(
      'update newsroom.stories s set edition_id = b.edition from public.bench_copies b where s.county_id = 1 and s.id = b.story',
    );
    await owner.query('drop table public.bench_copies');
    for (const table of multiplied) await owner.query(`vacuum analyze ${table}`);
  } finally {
    await owner.end();
  }
}

const multiplied = [
  'newsroom.stories',
  'newsroom.editions',
  'newsroom.story_places',
  'newsroom.story_words',
  'newsroom.rounds',
  'newsroom.duties',
  'newsroom.signatures',
  'portal.search_documents',
];

async function multiplySignatures(owner: pg.Client, model: string): Promise<void> {
  const [round] = (
    await owner.query(
      `select id from newsroom.rounds where county_id = 1 and story_id = $1 and outcome = 'published' order by id limit 1`,
      [model],
    )
  ).rows;
  if (!round) throw new Error('the model was never published');
  await owner.query(
    `insert into newsroom.rounds select made.* from newsroom.rounds r, public.bench_copies b, jsonb_populate_record(r, jsonb_build_object('id', b.round, 'story_id', b.story, 'begun_at', b.at, 'ended_at', b.at)) made where r.county_id = 1 and r.id = $1`,
    [round.id],
  );
  await owner.query(
    'insert into newsroom.duties (county_id, round_id, person_id, side) select 1, b.round, d.person_id, d.side from public.bench_copies b, newsroom.duties d where d.county_id = 1 and d.round_id = $1',
    [round.id],
  );
  await owner.query(
    `insert into newsroom.signatures select made.* from newsroom.signatures s, public.bench_copies b, jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'story_id', b.story, 'round_id', b.round, 'revision_id', b.revision, 'previous_id', null, 'at', b.at)) made where s.county_id = 1 and s.round_id = $1`,
    [round.id],
  );
}

/** The word that the story number `n` shares with its neighbours: twenty hold it, with few stories as with many. */
export const rareWord = (n: number): string => `bench${Math.floor(n / 20)}`;

async function multiplyDocuments(owner: pg.Client, model: string): Promise<void> {
  const made = await owner.query(
    `insert into portal.search_documents select made.* from portal.search_documents d, public.bench_copies b, jsonb_populate_record(d, jsonb_build_object('id', b.story, 'href', '/stories/bench-' || b.n, 'at', b.at,
       'words', d.words || to_tsvector('english', 'bench' || b.n / 20))) made where d.county_id = 1 and d.kind = 'story' and d.id = $1`,
    [model],
  );
  if (made.rowCount === 0) throw new Error('the model is not in the search');
}

/** Lets the cast be who they are for another quarter of an hour: the whole run takes longer than a confirmation holds. */
export async function stayConfirmed(county: BenchCounty): Promise<void> {
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  await owner.query('update access.sessions set stepped_up_at = now() where stepped_up_at is not null');
  await owner.end();
}

/** Waits until the worker has nothing left to do and every notice is delivered, so that what is measured next is not measured beside it. */
export async function quiet(county: BenchCounty): Promise<void> {
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  try {
    for (let tries = 0; tries < 1_200; tries += 1) {
      const { rows } = await owner.query<{ waiting: number }>(
        `select (select count(*) from platform.outbox) + (select count(*) from jobs.job where state in ('created', 'retry', 'active')) + (select count(*) from notices.deliveries where state in ('planned', 'sending') and due_at <= now()) as waiting`,
      );
      if (Number(rows[0]?.waiting) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the worker is still busy after two minutes');
  } finally {
    await owner.end();
  }
}
