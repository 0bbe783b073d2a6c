import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { addToNote } from './add-words.ts';
import { confirmNow, disputeNow, rateNow } from './conclude-order.ts';
import type { Rating } from './conclude-order.ts';
import type { OrderRow } from './order-queries.ts';
import { reopenNow } from './reopen-order.ts';
import { saidWords } from './words-of-record.ts';

/** Whoever ordered says on the page whether it was done; how good it was they may leave out, and their words then stand with their note. The order is locked. Refuses what confirming, disputing and rating refuse, and BadRequest (400) for a note that gets too long. */
export async function tellOutcomeNow(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  { score, ...told }: Omit<Rating, 'score'> & { score?: number | undefined },
): Promise<OrderRow> {
  const { outcome, words, minutes } = told;
  if (score !== undefined) return rateNow(tx, actor, order, { ...told, score });
  const after = await (outcome === 'done'
    ? confirmNow(tx, actor, order, { minutes })
    : disputeNow(tx, actor, order, { reason: saidWords(tx, outcome), minutes }));
  if (words !== '') await addToNote(tx, actor, after, words, '/words');
  return after;
}

/** Whoever ordered says on the page that what they called not done is put right; how, they need not say. The order is locked. Refuses: WrongState (409) where nothing is disputed, BadRequest (400) for a note that gets too long. */
export async function settleNow(tx: Tx, actor: Actor, order: OrderRow, words: string): Promise<OrderRow> {
  if (order.state !== 'disputed') refuse('WrongState', { noun: 'order', state: order.state, wanted: 'confirmed' });
  const after = await confirmNow(tx, actor, order, { settled: saidWords(tx, 'settled') });
  if (words !== '') await addToNote(tx, actor, after, words, '/said');
  return after;
}

/** Whoever ordered asks on the page that somebody comes again; what is wrong stands with their note, for whoever comes. The order is locked. Refuses as `reopenNow`, and BadRequest (400) for a note that gets too long. */
export async function askAgainNow(tx: Tx, actor: Actor, order: OrderRow, words: string): Promise<void> {
  await reopenNow(tx, actor, order, { reason: saidWords(tx, 'again') });
  await addToNote(tx, actor, order, words, '/said');
}
