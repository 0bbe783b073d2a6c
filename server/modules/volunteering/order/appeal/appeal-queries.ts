import type { Tx } from '#platform/transaction';
import { handledSql } from '../handled-sql.ts';

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

/** Those that wait for an answer at these positions and units (parameters of `handledSql`) from anybody but whoever refused, `personId`: the nearest limit first. */
export const openAppeals = (
  tx: Tx,
  at: readonly unknown[],
  { personId, limit }: { personId: string; limit: number },
): Promise<AppealRow[]> =>
  tx.named<AppealRow>(
    'volunteering.open-appeals',
    `select ${columns} from volunteering.order_appeals p where p.county_id = $1 and p.answered_at is null and p.refused_by is distinct from $5::uuid
        and exists (select from volunteering.orders o where o.county_id = p.county_id and o.id = p.order_id and ${handledSql()})
      order by p.due_at, p.order_id limit $6`,
    [tx.countyId, ...at, personId, limit],
  );
