import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { rangeColumns, rangeReaches } from '../lists/grant-ranges.ts';
import type { GrantRange } from '../lists/grant-ranges.ts';
import { inSubtreeSql, reachBy, visibleSql } from '../lists/visible.ts';
import type { ErrorReportState } from './states.ts';

/** What a reader reported about a published story. */
export interface ErrorReport {
  readonly id: string;
  readonly storyId: string;
  readonly editionId: string;
  readonly state: ErrorReportState;
  readonly words: string;
  readonly quote: string;
  readonly contact: string | null;
  readonly suspect: boolean;
  readonly handledBy: string | null;
  readonly answer: string | null;
  readonly dueAt: Date;
  readonly at: Date;
}

const columns =
  'id, story_id as "storyId", edition_id as "editionId", state, words, quote, contact, suspect, handled_by as "handledBy", answer, due_at as "dueAt", at';
const listColumns = columns
  .split(', ')
  .map((column) => `r.${column}`)
  .join(', ');

/** The report, locked, or 404. */
export async function reportForUpdate(tx: Tx, id: string): Promise<ErrorReport> {
  const [row] = await tx.named<ErrorReport>(
    'newsroom.report-for-update',
    `select ${columns} from newsroom.error_reports where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** New reports about stories within these ranges, the earliest due first. */
export const newReportsWithin = (tx: Tx, ranges: readonly GrantRange[], limit: number): Promise<ErrorReport[]> =>
  tx.named<ErrorReport>(
    'newsroom.new-reports-within',
    `select ${listColumns} from newsroom.error_reports r
       join newsroom.stories s on s.county_id = r.county_id and s.id = r.story_id join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
      where r.county_id = $1 and r.state = 'new' and exists (select 1 from unnest($2::int[], $3::int[], $4::text[]) g(lo, hi, unit) where ${rangeReaches})
      order by r.due_at, r.id limit ${limit}`,
    [tx.countyId, ...rangeColumns(ranges)],
  );

/** Which reports are wanted; null: whatever it is. */
export interface ReportWish {
  readonly state: string | null;
  readonly storyId: string | null;
  readonly suspect: boolean | null;
  readonly id: string | null;
  /** In the reader's words or the story's headline. */
  readonly search: string | null;
  /** About stories of this place and below it. */
  readonly placeId: string | null;
  readonly sort: 'newest' | 'oldest';
  readonly after: string | null;
  readonly limit: number;
}

/** Reports about stories for which the asker has the ability, real ones and suspects as wished. */
export async function reportList(tx: Tx, actor: Actor, ability: string, wanted: ReportWish): Promise<ErrorReport[]> {
  const values: unknown[] = [tx.countyId];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const where = ['r.county_id = $1', visibleSql(reachBy(tx, actor, ability), '', add)];
  const [past, direction] = wanted.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  if (wanted.state) where.push(`r.state = ${add(wanted.state)}`);
  if (wanted.storyId) where.push(`r.story_id = ${add(wanted.storyId)}`);
  if (wanted.suspect !== null) where.push(`r.suspect = ${add(wanted.suspect)}`);
  if (wanted.id) where.push(`r.id = ${add(wanted.id)}`);
  if (wanted.placeId) where.push(inSubtreeSql(tx, wanted.placeId, add));
  if (wanted.search)
    where.push(`strpos(lower(r.words || ' ' || r.quote || ' ' || s.title), lower(${add(wanted.search)})) > 0`);
  if (wanted.after) where.push(`r.id ${past} ${add(wanted.after)}::uuid`);
  const answer = await tx.client.query<ErrorReport>(
    `select ${listColumns} from newsroom.error_reports r join newsroom.stories s on s.county_id = r.county_id and s.id = r.story_id
       join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
      where ${where.join(' and ')} order by r.id ${direction} limit ${add(wanted.limit)}`,
    values,
  );
  return answer.rows;
}
