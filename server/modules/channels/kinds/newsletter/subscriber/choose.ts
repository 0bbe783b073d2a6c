import { guestActor } from '#platform/actor';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Choice } from './ask-subscription.ts';
import { leaveForGood } from './leave-for-good.ts';
import { subscriberByToken } from './subscriber-queries.ts';

/** Changes what somebody gets. Refuses: NotFound (404). */
export async function choose(tx: Tx, token: string, choice: Choice): Promise<void> {
  const { id } = found(await subscriberByToken(tx, token));
  await tx.named(
    'channels.choose',
    'update channels.subscribers set language = $3, pace = $4, section_ids = $5, place_ids = $6, tag = $7 where county_id = $1 and id = $2',
    [tx.countyId, id, choice.language, choice.pace, choice.sectionIds, choice.placeIds, choice.tag],
  );
}

/** Somebody leaves: nothing is kept of them. Harmless twice. */
export async function leave(tx: Tx, token: string): Promise<void> {
  const subscriber = await subscriberByToken(tx, token);
  if (subscriber) await leaveForGood(tx, guestActor('reader'), subscriber.id);
}
