import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';

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
