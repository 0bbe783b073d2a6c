import { displayNames } from '#people';
import type { Tx } from '#platform/transaction';
import type { ExclusionLine } from '../contract.ts';

/** Who shall not meet whoever ordered, by order. */
export async function excludedFor(tx: Tx, orderIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.named<{ orderId: string; personId: string }>(
    'volunteering.excluded-for',
    `select o.id as "orderId", x.person_id as "personId" from volunteering.orders o join volunteering.exclusions x on x.county_id = o.county_id and x.phone_hash = o.phone_hash and x.ended_at is null and o.phone_hash <> ''
      where o.county_id = $1 and o.id = any($2::uuid[])`,
    [tx.countyId, orderIds],
  );
  const byOrder = new Map<string, Set<string>>();
  for (const { orderId, personId } of rows) byOrder.set(orderId, (byOrder.get(orderId) ?? new Set()).add(personId));
  return byOrder;
}

/** What the desk wrote down at an order, for those who handle it. */
export async function exclusionsAt(tx: Tx, orderId: string): Promise<{ items: ExclusionLine[]; total: number }> {
  const rows = await tx.named<{ id: string; personId: string; madeAt: Date }>(
    'volunteering.exclusions-at',
    `select x.id, x.person_id as "personId", x.made_at as "madeAt" from volunteering.exclusions x
      where x.county_id = $1 and x.ended_at is null and x.wished_by = 'served' and x.phone_hash = (select phone_hash from volunteering.orders where county_id = $1 and id = $2) order by x.id`,
    [tx.countyId, orderId],
  );
  const names = await displayNames(
    tx,
    rows.map((row) => row.personId),
  );
  const items = rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    name: names.get(row.personId) ?? '',
    madeAt: row.madeAt.toISOString(),
  }));
  return { items, total: items.length };
}
