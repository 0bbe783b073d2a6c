import type { Tx } from '#platform/transaction';
import type { OrderCheck } from '../contract.ts';

/** What the desk has made sure of, and who and when; `checkedAt` null: nobody has yet. */
interface CheckRow extends Omit<OrderCheck, 'twoNeeded'> {
  readonly checkedBy: string | null;
  readonly checkedAt: Date | null;
}

/** The checks of an order; undefined when its details have been erased. */
export async function checksOf(tx: Tx, orderId: string): Promise<CheckRow | undefined> {
  const [row] = await tx.named<CheckRow>(
    'volunteering.checks',
    'select checked, risk, risk_reason as "riskReason", checked_by as "checkedBy", checked_at as "checkedAt" from volunteering.order_details where county_id = $1 and order_id = $2',
    [tx.countyId, orderId],
  );
  return row;
}

/** The same people at the same place: what was made sure of holds for a copy as well. */
export async function copyChecks(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.named(
    'volunteering.copy-checks',
    `update volunteering.order_details d set checked = f.checked, risk = f.risk, risk_reason = f.risk_reason, checked_by = f.checked_by, checked_at = f.checked_at
       from volunteering.order_details f where d.county_id = $1 and d.order_id = $3 and f.county_id = $1 and f.order_id = $2`,
    [tx.countyId, fromId, toId],
  );
  await tx.named(
    'volunteering.copy-two-needed',
    'update volunteering.orders o set two_needed = f.two_needed from volunteering.orders f where o.county_id = $1 and o.id = $3 and f.county_id = $1 and f.id = $2',
    [tx.countyId, fromId, toId],
  );
}
