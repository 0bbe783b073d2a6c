import { inWords } from '#places';
import type { Words } from '#platform/county';
import type { Language } from '#platform/i18n';
import type { Appearance } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import type { RegisterCopy, RegisterEntry, TextRun } from '../page-contract.ts';

/** Which entries of the register. Left out: all. */
export interface RegisterQuery {
  /** `2026-11`, in the county's zone. */
  readonly month?: string | undefined;
  readonly sectionId?: string | undefined;
}

interface Row {
  id: string;
  kind: RegisterEntry['kind'];
  at: Date;
  note: string | null;
  runs: { runs: TextRun[] }[] | null;
  number: number | null;
  storyId: string;
  slug: string;
  title: string;
  language: string;
  withdrawn: boolean;
  sectionSlug: string;
  sectionName: Words;
}

const month = (column: string): string =>
  `($3::text is null or (${column} >= ($3 || '-01')::timestamp at time zone $4 and ${column} < (($3 || '-01')::timestamp + interval '1 month') at time zone $4))`;

// Taken down and put back, also by the review that a withdrawal owes.
const turns = `(
    select g.id, g.step as kind, g.at, g.story_id, g.note from newsroom.signatures g where g.county_id = $1 and g.step in ('withdrawal', 'restoration')
    union all
    select g.id, 'restoration', g.at, g.story_id, null from newsroom.signatures g where g.county_id = $1 and g.step = 'withdrawal_review' and g.verdict = 'returned'
  )`;

// A story corrected in two languages is one correction to its reader: the one in their language. One that is wrong in the other language only is told as it is.
const entries = `from (
    select e.id, 'correction' as kind, e.published_at as at, e.story_id, e.correction_note as note, e.correction_runs as runs, e.number from newsroom.editions e
      where e.county_id = $1 and e.kind = 'correction' and ${month('e.published_at')}
    union all
    select g.id, g.kind, g.at, g.story_id, g.note, null, null from ${turns} g where ${month('g.at')}
  ) x join newsroom.stories s on s.county_id = $1 and s.id = x.story_id join newsroom.sections c on c.county_id = $1 and c.id = s.section_id
  where ($5::uuid is null or s.section_id = $5) and (s.language = $2 or not exists (
    select 1 from newsroom.stories o where o.county_id = $1 and o.language = $2 and (o.id = s.translation_of or o.translation_of = s.id or (o.translation_of = s.translation_of and o.id <> s.id))
      and case x.kind when 'correction' then exists (select 1 from newsroom.editions p where p.county_id = $1 and p.story_id = o.id and p.kind = 'correction')
          else exists (select 1 from ${turns} p where p.story_id = o.id and p.kind = x.kind) end))`;

const asked = (tx: Tx, language: Language, query: RegisterQuery): unknown[] => [
  tx.countyId,
  language,
  query.month ?? null,
  tx.ctx.county.timeZone,
  query.sectionId ?? null,
];

/** Every correction, withdrawal and restoration, latest first, each with where the text appeared. Of a story that is withdrawn now no words are repeated. */
export async function registerEntries(
  tx: Tx,
  language: Language,
  query: RegisterQuery & { readonly limit: number; readonly offset?: number },
): Promise<RegisterEntry[]> {
  const rows = await tx.named<Row>(
    'newsroom.register-entries',
    `select x.id, x.kind, x.at, x.note, x.runs, x.number, s.id as "storyId", s.slug, s.teaser ->> 'title' as title, s.language, s.public_state = 'withdrawn' as withdrawn, c.slug as "sectionSlug", c.name as "sectionName" ${entries}
     order by x.at desc, x.id desc limit $6 offset $7`,
    [...asked(tx, language, query), query.limit, query.offset ?? 0],
  );
  const appeared = await appearancesOf(tx, [...new Set(rows.map((row) => row.storyId))]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    at: row.at.toISOString(),
    story: { slug: row.slug, title: row.title, language: row.language, isWithdrawn: row.withdrawn },
    section: { slug: row.sectionSlug, name: inWords(row.sectionName, language) },
    note: row.kind === 'correction' ? null : row.note,
    correction:
      row.kind === 'correction'
        ? {
            at: row.at.toISOString(),
            note: row.note ?? '',
            changes: row.withdrawn ? [] : (row.runs ?? []),
            edition: row.number ?? 1,
          }
        : null,
    copies: copiesIn(appeared.get(row.storyId) ?? [], row.number),
  }));
}

/** How many entries a reader of this language finds, counted up to 1,000. */
export async function countRegister(tx: Tx, language: Language, query: RegisterQuery): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'newsroom.count-register',
    `select count(*) as n from (select 1 ${entries} limit 1000) n`,
    asked(tx, language, query),
  );
  return row?.n ?? 0;
}

/** The months (`2026-11`, in the county's zone) in which there is anything, latest first, at most ten years of them. */
export async function registerMonths(tx: Tx): Promise<string[]> {
  const rows = await tx.named<{ month: string }>(
    'newsroom.register-months',
    `select to_char(at at time zone $2, 'YYYY-MM') as month from (
       select published_at as at from newsroom.editions where county_id = $1 and kind = 'correction'
       union all select t.at from ${turns} t) x group by 1 order by 1 desc limit 120`,
    [tx.countyId, tx.ctx.county.timeZone],
  );
  return rows.map((row) => row.month);
}

// Where a text went is known to later modules.
async function appearancesOf(tx: Tx, storyIds: readonly string[]): Promise<ReadonlyMap<string, readonly Appearance[]>> {
  const all = new Map<string, Appearance[]>();
  if (storyIds.length === 0) return all;
  for (const module of tx.ctx.app.modules)
    for (const [id, found] of (await module.appearances?.(tx, 'story', storyIds)) ?? [])
      all.set(id, [...(all.get(id) ?? []), ...found]);
  return all;
}

// By the place where it appeared: the versions before the correction, and what stands there now.
function copiesIn(appeared: readonly Appearance[], corrected: number | null): RegisterCopy[] {
  return [...new Set(appeared.map((one) => one.where))].map((where) => {
    const here = appeared.filter((one) => one.where === where).toSorted((a, b) => a.version - b.version);
    const latest = here.findLast((one) => one.state !== 'replaced');
    return {
      channelName: where,
      before: corrected === null ? [] : here.map((one) => one.version).filter((version) => version < corrected),
      now: latest
        ? {
            edition: latest.version,
            state: latest.state === 'replaced' ? 'gone' : latest.state,
            seenAt: latest.seenAt?.toISOString() ?? null,
            href: latest.href,
          }
        : null,
    };
  });
}
