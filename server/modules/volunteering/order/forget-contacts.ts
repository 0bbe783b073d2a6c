import { dropLetters } from '#notices';
import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Ctx, Tx } from '#platform/transaction';
import { setOrder } from './order-queries.ts';

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
    for (const { id } of rows) {
      await eraseContacts(tx, id);
      await audit(tx, systemActor('volunteering.forget'), { act: 'order.forget', noun: 'order', subjectId: id });
    }
  });
}

/** Erases what an order holds about persons: contacts, address, note, the words of ratings and of visits. The verb or the sweep writes the audit. */
export async function eraseContacts(tx: Tx, orderId: string): Promise<void> {
  const values = [tx.countyId, orderId];
  await dropLetters(tx, orderId);
  await tx.named(
    'volunteering.forget-notices',
    'update volunteering.order_notices set email = null, sealed_code = null, ended_at = coalesce(ended_at, $3) where county_id = $1 and order_id = $2',
    [...values, tx.at],
  );
  await tx.named(
    'volunteering.forget-contacts',
    'delete from volunteering.order_contacts where county_id = $1 and order_id = $2',
    values,
  );
  await tx.named(
    'volunteering.forget-details',
    'delete from volunteering.order_details where county_id = $1 and order_id = $2',
    values,
  );
  await tx.named(
    'volunteering.forget-words',
    `update volunteering.ratings set words = '' where county_id = $1 and order_id = $2`,
    values,
  );
  await tx.named(
    'volunteering.forget-appeals',
    `update volunteering.order_appeals set said = '' where county_id = $1 and order_id = $2`,
    values,
  );
  await tx.named(
    'volunteering.forget-reports',
    'update volunteering.visits set report = null where county_id = $1 and order_id = $2',
    values,
  );
  await setOrder(tx, orderId, { forgotten_at: tx.at, phone_hash: '' });
}
