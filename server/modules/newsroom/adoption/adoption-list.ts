import { displayNames, personById } from '#people';
import type { Actor } from '#platform/actor';
import type { Words } from '#platform/county';
import { cursorOf, readCursorOf } from '#platform/keyset';
import { may, mustSee, mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import type { AdoptionLine, AdoptionQuery, AdoptionSheet, StoryAdoptions } from '../contract.ts';
import { inSubtreeSql, reachBy, visibleSql } from '../lists/visible.ts';
import { storyById } from '../story/story-queries.ts';
import { adoptionColumns, sendersOf } from './adoption-queries.ts';
import type { AdoptionRow } from './adoption-queries.ts';
import { standingOf } from './standing.ts';

interface ShownRow extends AdoptionRow {
  readonly title: string;
  readonly section: Words;
  readonly reversed: boolean;
  readonly sealed: boolean;
}

/** The ledger with the story and the section of each line. */
export const adoptionTables = `newsroom.adoptions a join newsroom.stories s on s.county_id = a.county_id and s.id = a.story_id
  join newsroom.sections c on c.county_id = a.county_id and c.id = a.section_id`;
// Whoever's text was merged does not see the story that took it before it is published: to them it has the headline that they gave it.
const titleFor = (
  asker: string,
): string => `case when s.edition_id is not null or a.person_id::text <> ${asker} or s.author_id::text = ${asker} then s.title
  else coalesce((select t.title from newsroom.submissions b join newsroom.stories t on t.county_id = b.county_id and t.id = b.id where b.county_id = a.county_id and b.merged_into = s.id and b.sender_id = a.person_id limit 1), '') end`;
const columnsFor = (asker: string): string => `${adoptionColumns}, ${titleFor(asker)} as title, c.name as section,
  exists (select 1 from newsroom.adoptions r where r.county_id = a.county_id and r.reverses = a.id) as reversed,
  exists (select 1 from platform.seals l where l.county_id = a.county_id and l.chain = 'adoptions' and l.row_id = a.id) as sealed`;

/** Who took a story and what that counts. The desk sees every share; whoever wrote it their own. Refuses: NotFound (404). */
export async function adoptionsOfStory(ctx: Ctx, actor: Actor, storyId: string): Promise<StoryAdoptions> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const all = await tx.named<ShownRow>(
      'newsroom.story-adoptions',
      `select ${columnsFor('$3')} from ${adoptionTables} where a.county_id = $1 and a.story_id = $2 order by a.entered_at, a.id`,
      [tx.countyId, storyId, actor.id],
    );
    const rows = may(tx, actor, 'adoption.list', story) ? all : all.filter((row) => row.personId === actor.id);
    const senders = (await sendersOf(tx, storyId)).filter((id) => rows === all || id === actor.id);
    const [lines, names] = await together(
      linesShown(tx, rows),
      displayNames(tx, [...senders, ...rows.map((row) => row.personId)]),
    );
    const nameOf = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' });
    return {
      items: standingOf(rows).map(({ id, state, facts, last }) => ({
        id,
        state,
        level: facts.level,
        medium: facts.medium,
        outlet: facts.outlet,
        adoptedOn: facts.adoptedOn,
        href: facts.href,
        scanHash: facts.scanHash,
        shares: last.map((line) => ({
          person: nameOf(line.personId),
          points: line.kind === 'counted' ? line.hundredths / 100 : 0,
        })),
        moves:
          state !== 'gone' &&
          may(tx, actor, 'adoption.reverse', story) &&
          !last.some((line) => line.personId === actor.id)
            ? ['reverse' as const]
            : [],
      })),
      lines,
      senders: senders.map(nameOf),
      mayEnter: may(tx, actor, 'adoption.enter', story),
    };
  });
}

/** The sheet of one person: their own, or for their desk that of somebody else, as far as its places reach. It is asked for one by one on purpose: a list of persons with their points beside each other would be the ranking that this product never makes (DESIGN §2).
 *  Refuses: Forbidden (403) for somebody else's without a desk, NotFound (404) for a person who is not there. */
export async function adoptionSheet(ctx: Ctx, actor: Actor, query: AdoptionQuery): Promise<AdoptionSheet> {
  return ctx.transaction(async (tx) => {
    const personId = query.personId ?? actor.id;
    const person = found(await personById(tx, personId));
    const values: unknown[] = [tx.countyId, actor.id, personId];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const where = [
      'a.county_id = $1',
      '$2::text is not null',
      'a.person_id = $3::uuid',
      ...narrowed(tx, actor, query, personId, add),
    ];
    const sums = await tx.client.query<{ total: number; adoptions: number; hundredths: number }>(
      `select count(*)::int as total, ${sumsOf} from ${adoptionTables} where ${where.join(' and ')}`,
      values,
    );
    const newest = query.sort === 'newest';
    if (query.cursor) {
      const { value, id } = readCursorOf('date', query.cursor, 'cursor');
      where.push(`(a.adopted_on, a.id) ${newest ? '<' : '>'} (${add(value)}::date, ${add(id)}::uuid)`);
    }
    const direction = newest ? 'desc' : 'asc';
    const { rows } = await tx.client.query<ShownRow>(
      `select ${columnsFor('$2')} from ${adoptionTables} where ${where.join(' and ')} order by a.adopted_on ${direction}, a.id ${direction} limit ${add(query.limit + 1)}`,
      values,
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const names = await displayNames(tx, [person.id]);
    return {
      person: { id: person.id, name: names.get(person.id) ?? '' },
      items: await linesShown(tx, page),
      next: rows.length > query.limit && last ? cursorOf(last.adoptedOn, last.id) : null,
      total: sums.rows[0]?.total ?? 0,
      adoptions: sums.rows[0]?.adoptions ?? 0,
      points: (sums.rows[0]?.hundredths ?? 0) / 100,
    };
  });
}

/** What counts among lines: a line that stands is one adoption for its person; reversals are deducted. */
export const sumsOf = `(count(*) filter (where a.kind = 'counted') - count(*) filter (where a.kind = 'reversal'))::int as adoptions, coalesce(sum(a.hundredths), 0)::int as hundredths`;

/** What a sheet or a figure is of: a period, a level, a section, a place; of other people only as far as the asker's places reach. */
export function narrowed(
  tx: Tx,
  actor: Actor,
  query: Pick<AdoptionQuery, 'from' | 'until' | 'section' | 'place' | 'level' | 'medium'>,
  personId: string | null,
  add: (value: unknown) => string,
): string[] {
  const where: string[] = [];
  if (personId !== actor.id) {
    mustSomewhere(tx, actor, 'adoption.list');
    where.push(visibleSql(reachBy(tx, actor, 'adoption.list'), '', add));
  }
  if (query.from) where.push(`a.adopted_on >= ${add(query.from)}::date`);
  if (query.until) where.push(`a.adopted_on <= ${add(query.until)}::date`);
  if (query.level) where.push(`a.level = ${add(query.level)}`);
  if (query.medium) where.push(`a.medium = ${add(query.medium)}`);
  if (query.section) where.push(`a.section_id = ${add(query.section)}::uuid`);
  if (query.place) where.push(inSubtreeSql(tx, query.place, add));
  return where;
}

async function linesShown(tx: Tx, rows: readonly ShownRow[]): Promise<AdoptionLine[]> {
  const names = await displayNames(
    tx,
    rows.flatMap((row) => (row.recordedBy.kind === 'person' ? [row.personId, row.recordedBy.id] : [row.personId])),
  );
  const nameOf = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' });
  return rows.map((row) => ({
    id: row.id,
    adoptionId: row.adoptionId,
    person: nameOf(row.personId),
    kind: row.kind,
    why: row.why,
    story: { id: row.storyId, title: row.title },
    section: { id: row.sectionId, name: row.section },
    level: row.level,
    medium: row.medium,
    outlet: row.outlet,
    adoptedOn: row.adoptedOn,
    href: row.href,
    scanHash: row.scanHash,
    sharers: row.sharers,
    points: row.hundredths / 100,
    reverses: row.reverses,
    reversed: row.reversed,
    reason: row.reason,
    enteredBy: row.recordedBy.kind === 'person' ? nameOf(row.recordedBy.id) : null,
    enteredAt: row.enteredAt.toISOString(),
    sealed: row.sealed,
    rowHash: row.rowHash,
  }));
}
