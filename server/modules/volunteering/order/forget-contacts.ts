import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Ctx, Tx } from '#platform/transaction';

const dayInMilliseconds = 86_400_000;

/** Erases names, phones, addresses and notes of orders that have been over for the county's `forgetOrdersAfterDays` (180): what remains are ids and times. */
export async function forgetContacts(ctx: Ctx): Promise<void> {
  const set = ctx.county.settings['forgetOrdersAfterDays'];
  const days = typeof set === 'number' && set > 0 ? set : 180;
  await ctx.transaction(async (tx) => {
    const rows = await tx.named<{ id: string }>(
      'volunteering.to-forget',
      'select id from volunteering.orders where county_id = $1 and ended_at < $2 and forgotten_at is null order by ended_at limit 500',
      [tx.countyId, new Date(tx.at.getTime() - days * dayInMilliseconds)],
    );
    if (rows.length > 0)
      await forgetOrders(
        tx,
        rows.map((row) => row.id),
      );
  });
}

async function forgetOrders(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.named(
    'volunteering.forget-contacts',
    'delete from volunteering.order_contacts where county_id = $1 and order_id = any($2::uuid[])',
    [tx.countyId, ids],
  );
  await tx.named(
    'volunteering.forget-details',
    'delete from volunteering.order_details where county_id = $1 and order_id = any($2::uuid[])',
    [tx.countyId, ids],
  );
  await tx.named(
    'volunteering.forget-words',
    `update volunteering.ratings set words = '' where county_id = $1 and order_id = any($2::uuid[])`,
    [tx.countyId, ids],
  );
  await tx.named(
    'volunteering.forgotten',
    `update volunteering.orders set forgotten_at = $3, phone_hash = '' where county_id = $1 and id = any($2::uuid[])`,
    [tx.countyId, ids, tx.at],
  );
  for (const id of ids)
    await audit(tx, systemActor('volunteering.forget'), { act: 'order.forget', noun: 'order', subjectId: id });
}
