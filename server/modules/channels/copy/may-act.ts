import type { Tx } from '#platform/transaction';
import type { Copy } from './copy-queries.ts';

/** What may be given up: nobody has it in hand, and something was still to be done. */
export const mayGiveUp = (tx: Tx, copy: Copy): boolean =>
  !(copy.claimedUntil && copy.claimedUntil > tx.ctx.app.clock.now()) &&
  (['planned', 'waiting', 'manual', 'withdrawing'].includes(copy.state) ||
    (copy.state === 'failed' && copy.problem !== 'given-up')) &&
  copy.channelId !== null;

/** Whether the other words that were seen at its place may be let stand: on our own site none may. */
export const mayAccept = ({ state, problem, channelId, hashSeen }: Copy): boolean =>
  state === 'drifted' && problem === 'other-words' && channelId !== null && hashSeen !== null;

/** Whether a person has something to do at its place. */
export const isInHands = ({ state, carrier }: Partial<Pick<Copy, 'state' | 'carrier'>>): boolean =>
  carrier === 'person' && (state === 'manual' || state === 'withdrawing');
