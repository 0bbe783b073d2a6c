import { newId } from '#platform/ids';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import { noteAnswers } from '../channel/breaker.ts';
import { copiesForUpdate } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { turnCopies } from '../copy/turn-copy.ts';
import type { Outcome } from '../kinds/sending.ts';
import { by } from './claim-copies.ts';
import type { Claimed } from './claim-copies.ts';
import { recordAttempts } from './record-attempt.ts';
import { isThere, lookAfterSeconds, lookLater, noteReceipts, settleCopy } from './settle-copy.ts';
import type { Taken } from './settle-copy.ts';

/** A try that ended, not yet written down. */
export interface Ended {
  readonly claimed: Claimed;
  readonly outcome: Outcome;
  /** Milliseconds. */
  readonly took: number;
}

interface Locked extends Ended {
  readonly copy: Copy;
}

/** Writes down how tries ended and what follows, all in one transaction. A copy that somebody else has in hand by now keeps what they say; the try is written down all the same. */
export const settleTries = (ctx: Ctx, ended: readonly Ended[]): Promise<void> =>
  ctx.transaction(async (tx) => {
    const copies = await copiesForUpdate(
      tx,
      ended.map(({ claimed }) => claimed.copy.id),
    );
    const locked = ended.flatMap((one): Locked[] => {
      const copy = copies.get(one.claimed.copy.id);
      return copy?.channelId ? [{ ...one, copy }] : [];
    });
    if (locked.length === 0) return;
    await together(recordAttempts(tx, locked.map(attemptOf)), noteAnswers(tx, locked));
    const held = locked.filter(({ copy, claimed }) => copy.claimedUntil?.getTime() === claimed.claimedUntil.getTime());
    for (const group of Map.groupBy(held.filter(isPlain), groupOf).values()) await settlePlain(tx, group);
    for (const one of held.filter((each) => !isPlain(each))) await settleCopy(tx, one.copy, one.claimed, one.outcome);
  });

const attemptOf = ({ copy, claimed, outcome, took }: Locked) => ({
  copy,
  attempt: {
    id: newId(),
    act: claimed.act,
    outcome: claimed.act === 'withdraw' && isDone(outcome) ? ('withdrawn' as const) : outcome.outcome,
    problem: outcome.outcome === 'failed' ? outcome.problem : null,
    detail: outcome.detail,
    took,
  },
});

// A recall that the channel only took over ends later.
const isDone = (outcome: Outcome): boolean => outcome.outcome !== 'failed' && isThere(outcome);

type Plain = Locked & { readonly outcome: Taken };

// The usual end: taken by the channel, nobody called it back meanwhile, and no earlier edition stands there.
const isPlain = (one: Locked): one is Plain =>
  one.claimed.act === 'send' &&
  one.copy.state === 'sending' &&
  one.outcome.outcome !== 'failed' &&
  !one.copy.recalled &&
  (one.copy.editionNumber === 1 || !isThere(one.outcome));

const groupOf = ({ copy, outcome }: Plain): string => `${outcome.outcome} ${lookAfterSeconds(copy, outcome)}`;

async function settlePlain(tx: Tx, group: readonly Plain[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const copies = group.map(({ copy }) => copy);
  await turnCopies(tx, copies, first.outcome.outcome, by, lookLater(tx, first.copy, first.outcome));
  await noteReceipts(tx, group);
}
