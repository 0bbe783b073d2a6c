import type { Tx } from '#platform/transaction';
import type { Copy } from './copy-queries.ts';
import { stands } from './states.ts';

/** What may be given up: nobody has it in hand, and something was still to be done. */
export const mayGiveUp = (tx: Tx, copy: Copy): boolean =>
  !(copy.claimedUntil && copy.claimedUntil > tx.ctx.app.clock.now()) &&
  (['planned', 'waiting', 'manual', 'withdrawing'].includes(copy.state) ||
    (copy.state === 'failed' && copy.problem !== 'given-up')) &&
  copy.channelId !== null;

/** Whether something can be tried with a copy as it stands: sent again, or looked at again where something can be seen. */
export function mayRetry(copy: Copy): boolean {
  // Of a channel that is off nothing leaves, nor is anybody handed anything.
  if (copy.state === 'failed') return copy.channelId === null || copy.isOn === true;
  if (copy.channelId === null) return copy.state === 'published' || copy.state === 'drifted';
  // What a person brought there is only looked at.
  if (copy.state === 'drifted' || isUnseen(copy)) return copy.isOn === true;
  return copy.carrier === 'program' && isHeld(copy);
}

/** Whether the other words that were seen at its place may be let stand: on our own site none may. */
export const mayAccept = ({ state, problem, channelId, hashSeen }: Copy): boolean =>
  state === 'drifted' && problem === 'other-words' && channelId !== null && hashSeen !== null;

/** Whether its receipt is in, and the place that it names did not answer when it was read back. */
export const isUnseen = ({ state, problem, endedAt }: Copy): boolean =>
  state === 'published' && problem !== null && endedAt === null;

// It waits for its own next try already; a person need not.
const isHeld = (copy: Copy): boolean =>
  (stands(copy) && copy.endedAt !== null && copy.problem !== null) ||
  (copy.state === 'waiting' && copy.waitsFor === 'retry') ||
  (copy.state === 'withdrawing' && copy.tries > 0);

/** Whether a person has something to do at its place. */
export const isInHands = (copy: Pick<Copy, 'state' | 'carrier'>): boolean =>
  copy.carrier === 'person' && (copy.state === 'manual' || copy.state === 'withdrawing');
