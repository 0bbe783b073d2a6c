import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { rangeColumns, rangeReaches } from '../lists/grant-ranges.ts';
import type { GrantRange } from '../lists/grant-ranges.ts';

/** What a reader reported about a published story. */
export interface ErrorReport {
  readonly id: string;
  readonly storyId: string;
  readonly editionId: string;
  readonly state: 'new' | 'taken' | 'dismissed';
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
    `select ${columns
      .split(', ')
      .map((column) => `p.${column}`)
      .join(', ')} from newsroom.error_reports p
       join newsroom.stories s on s.county_id = p.county_id and s.id = p.story_id join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
      where p.county_id = $1 and p.state = 'new' and exists (select 1 from unnest($2::int[], $3::int[], $4::text[]) r(lo, hi, unit) where ${rangeReaches})
      order by p.due_at, p.id limit ${limit}`,
    [tx.countyId, ...rangeColumns(ranges)],
  );

/** Reports, newest first, real ones and suspects as asked. */
export const reportList = (
  tx: Tx,
  wanted: {
    state: string | null;
    storyId: string | null;
    suspect: boolean | null;
    after: string | null;
    limit: number;
    id?: string | null;
  },
): Promise<ErrorReport[]> =>
  tx.named<ErrorReport>(
    'newsroom.reports',
    `select ${columns} from newsroom.error_reports where county_id = $1 and ($2::text is null or state = $2) and ($3::uuid is null or story_id = $3) and ($4::boolean is null or suspect = $4)
       and ($5::uuid is null or id < $5) and ($7::uuid is null or id = $7) order by id desc limit $6`,
    [tx.countyId, wanted.state, wanted.storyId, wanted.suspect, wanted.after, wanted.limit, wanted.id ?? null],
  );
