import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { SubmissionState } from './states.ts';

/** A submission as its row says. */
export interface SubmissionRow {
  /** Of its story, too. */
  readonly id: string;
  readonly senderId: string;
  readonly state: SubmissionState;
  readonly sentRevisionId: string;
  readonly sentAt: Date;
  readonly mergedInto: string | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** The columns of a SubmissionRow, of the table `b`. */
export const submissionColumns = `b.id, b.sender_id as "senderId", b.state, b.sent_revision_id as "sentRevisionId", b.sent_at as "sentAt",
  b.merged_into as "mergedInto", b.reason, b.decided_by as "decidedBy", b.decided_at as "decidedAt"`;

/** The submission of a story, or undefined where the desk wrote it itself. */
export async function submissionById(tx: Tx, id: string): Promise<SubmissionRow | undefined> {
  const [row] = await tx.named<SubmissionRow>(
    'newsroom.submission',
    `select ${submissionColumns} from newsroom.submissions b where b.county_id = $1 and b.id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** The submission, locked until the transaction ends, or 404. Its story is locked before it. */
export async function submissionForUpdate(tx: Tx, id: string): Promise<SubmissionRow> {
  const [row] = await tx.named<SubmissionRow>(
    'newsroom.submission-for-update',
    `select ${submissionColumns} from newsroom.submissions b where b.county_id = $1 and b.id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** Which of these stories were joined to others. */
export async function mergedAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.named<{ id: string }>(
    'newsroom.merged-among',
    `select id from newsroom.submissions where county_id = $1 and id = any($2::uuid[]) and state = 'merged'`,
    [tx.countyId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Writes who decided what of a submission. */
export const storeDecision = (
  tx: Tx,
  id: string,
  decided: { by: string | null; reason?: string | null; mergedInto?: string | null },
): Promise<unknown> =>
  tx.named(
    'newsroom.decide-submission',
    `update newsroom.submissions set decided_by = $3, decided_at = case when $3::uuid is null then null else $4::timestamptz end, reason = $5, merged_into = $6
      where county_id = $1 and id = $2`,
    [tx.countyId, id, decided.by, tx.at, decided.reason ?? null, decided.mergedInto ?? null],
  );
