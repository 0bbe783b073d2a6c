import type { Tx } from '#platform/transaction';

/** An objection to a refusal. */
export interface AppealRow {
  readonly orderId: string;
  readonly said: string;
  /** Who refused, and may not answer. */
  readonly refusedBy: string | null;
  readonly madeAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly verdict: 'granted' | 'upheld' | null;
  readonly reason: string | null;
}

const columns = `order_id as "orderId", said, refused_by as "refusedBy", made_at as "madeAt", due_at as "dueAt", answered_at as "answeredAt", verdict, reason`;

/** The order's appeal; undefined: none was made. */
export async function appealOf(tx: Tx, orderId: string): Promise<AppealRow | undefined> {
  const [row] = await tx.named<AppealRow>(
    'volunteering.appeal-of',
    `select ${columns} from volunteering.order_appeals where county_id = $1 and order_id = $2`,
    [tx.countyId, orderId],
  );
  return row;
}

/** Those that wait for an answer, the nearest limit first, at most 100. */
export const openAppeals = (tx: Tx): Promise<AppealRow[]> =>
  tx.named<AppealRow>(
    'volunteering.open-appeals',
    `select ${columns} from volunteering.order_appeals where county_id = $1 and answered_at is null order by due_at, order_id limit 100`,
    [tx.countyId],
  );
