import type { Tx } from '#platform/transaction';
import { carryByHand } from '../channel/carry-by-hand.ts';
import { canBeAsked } from '../copy/ask-after.ts';
import { hasLaterEdition, noteMayBeThere, standingCopiesForUpdate } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { isUncertain, isUnrecalled } from '../copy/states.ts';
import { tellKeeper } from '../copy/tell-keeper.ts';
import { turnCopy } from '../copy/turn-copy.ts';
import { failures } from '../kinds/sending.ts';
import type { Failed } from '../kinds/sending.ts';
import { by } from './claim-copies.ts';
import { quotaOpensAt } from './quota.ts';

/** Writes down what follows from a sending that failed, or from a copy that was taken over and then refused: again later, tomorrow, to a person, or into the hands of persons for good. */
export async function settleFailure(tx: Tx, copy: Copy, failed: Failed): Promise<void> {
  if (failed.formerIsGone) await noteFormerGone(tx, copy);
  const mayBeThere = copy.mayBeThere || isUncertain(failed.problem);
  if (mayBeThere && !copy.mayBeThere) await noteMayBeThere(tx, copy, true);
  if (copy.recalled) {
    await tx.named(
      'channels.recalled',
      'update channels.copies set recalled = false where county_id = $1 and id = $2',
      [tx.countyId, copy.id],
    );
    // What may have arrived is recalled; what never left is simply not there.
    return mayBeThere ? recallNow(tx, copy) : turnCopy(tx, copy, 'withdrawn', by);
  }
  if (await hasLaterEdition(tx, copy))
    return mayBeThere
      ? keepAsking(tx, copy, failed)
      : turnCopy(tx, copy, 'superseded', by, {}, { detail: { ...failed.detail } });
  const { problem } = failed;
  const { tries } = copy;
  if (failures[problem] === 'hand') {
    await turnCopy(tx, copy, 'manual', by, { problem, tries });
    return carryByHand(tx, copy, problem);
  }
  const again = nextTry(tx, copy, failed);
  const waitsFor = failures[problem] === 'tomorrow' ? 'quota' : 'retry';
  if (again && !(await isChannelOn(tx, copy)))
    return turnCopy(tx, copy, 'failed', by, { problem: 'channel-off', tries });
  if (again) return turnCopy(tx, copy, 'waiting', by, { dueAt: again, waitsFor, problem, tries });
  await failForGood(tx, copy, problem);
}

async function failForGood(tx: Tx, copy: Copy, problem: string): Promise<void> {
  await turnCopy(tx, copy, 'failed', by, { problem, tries: copy.tries });
  await tellKeeper(tx, copy, 'failed', problem);
}

/** A later edition waits for what becomes of this one: it is asked for again, later and later, and a person is told where nothing is heard; where the channel cannot be asked it rests until the later one stands there. */
async function keepAsking(tx: Tx, copy: Copy, failed: Failed): Promise<void> {
  const { problem } = failed;
  const { tries } = copy;
  const isAsked = canBeAsked(copy);
  const dueAt = isAsked ? nextTry(tx, copy, failed) : null;
  if (isAsked && !dueAt) return failForGood(tx, copy, problem);
  if (!(await isChannelOn(tx, copy))) return turnCopy(tx, copy, 'failed', by, { problem: 'channel-off', tries });
  await turnCopy(tx, copy, 'waiting', by, { waitsFor: 'retry', problem, tries, ...(dueAt ? { dueAt } : {}) });
}

// It was turned off while this one was on its way: the next try is owed like all others.
async function isChannelOn(tx: Tx, copy: Copy): Promise<boolean> {
  const [channel] = await tx.named<{ isOn: boolean }>(
    'channels.is-on',
    'select is_on as "isOn" from channels.channels where county_id = $1 and id = $2',
    [tx.countyId, copy.channelId],
  );
  return channel?.isOn ?? false;
}

/** Has a copy recalled at the worker's next turn. */
export const recallNow = (tx: Tx, copy: Copy): Promise<void> =>
  turnCopy(tx, copy, 'withdrawing', by, { dueAt: tx.ctx.app.clock.now() });

/** With the waits between them the last try is some six hours after the first. */
export const mostTries = 12;
const longestWaitSeconds = 3_600;

/** When a failed try is made again, in real time; null: no further try can help. Later and later, and not all at the same moment: each wait is drawn from its second half. */
export function nextTry(tx: Tx, copy: Copy, { problem, afterSeconds }: Failed): Date | null {
  if (failures[problem] === 'tomorrow') return quotaOpensAt(tx);
  if (failures[problem] !== 'again' || copy.tries >= mostTries) return null;
  const wait = Math.min(longestWaitSeconds, 10 * 2 ** Math.max(0, copy.tries - 1)) * (0.5 + Math.random() / 2);
  return new Date(tx.ctx.app.clock.now().getTime() + Math.max(wait, afterSeconds ?? 0) * 1_000);
}

/** What had to be deleted before its successor could be sent stands nowhere, whatever becomes of the successor. */
async function noteFormerGone(tx: Tx, copy: Copy): Promise<void> {
  for (const one of await standingCopiesForUpdate(tx, copy.storyId))
    if (one.channelId === copy.channelId && one.editionNumber < copy.editionNumber && isReadable(one))
      await turnCopy(tx, one, 'withdrawn', by);
}

const isReadable = (copy: Copy): boolean =>
  copy.state === 'published' || copy.state === 'drifted' || isUnrecalled(copy);
