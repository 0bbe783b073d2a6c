import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { orderContactMended } from '../events.ts';
import { orderFacts, setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { cancellable, stillGoing } from './states.ts';

/** The longest note, with all that was added to it. */
const longest = 2_000;

/** Whoever ordered adds a word to their note, with the order locked; what stands there stays, and what was arranged too. Whoever has said that they go is told to look again. Refuses: WrongState (409), BadRequest (400) beyond 2,000 characters in all. */
export async function addWordsNow(tx: Tx, actor: Actor, order: OrderRow, words: string): Promise<void> {
  must(tx, actor, 'order.change-wish', order);
  if (!cancellable.has(order.state)) refuse('WrongState', { noun: 'order', state: order.state, wanted: order.state });
  await addToNote(tx, actor, order, words, '/addition');
  if (stillGoing.has(order.state))
    await emit(tx, orderContactMended, actor, { ...orderFacts(order), personIds: [...order.assignedIds] });
}

/** The words of whoever ordered stand below their note and are erased with it. The order is locked. `path`: of the field that may be too long. Refuses: BadRequest (400) beyond 2,000 characters in all. */
export async function addToNote(tx: Tx, actor: Actor, order: OrderRow, words: string, path: string): Promise<void> {
  const added = await tx.named(
    'volunteering.add-words',
    `update volunteering.order_details set note = case when note = '' then $3 else note || e'\\n' || $3 end
      where county_id = $1 and order_id = $2 and length(note) + length($3) < $4 returning 1`,
    [tx.countyId, order.id, words, longest],
  );
  if (added.length === 0) refuse('BadRequest', {}, [{ path, code: 'too_big', detail: { maximum: longest } }]);
  await setOrder(tx, order.id, {});
  await audit(tx, actor, { act: 'order.add-words', noun: 'order', subjectId: order.id, placeId: order.placeId });
}
