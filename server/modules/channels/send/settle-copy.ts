import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { noteMayBeThere } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { stands } from '../copy/states.ts';
import { supersedeEarlier, takenDown } from '../copy/supersede.ts';
import { tellKeeper } from '../copy/tell-keeper.ts';
import { turnCopy } from '../copy/turn-copy.ts';
import { capabilitiesOf } from '../kinds/registry.ts';
import type { Failed, Outcome } from '../kinds/sending.ts';
import { by } from './claim-copies.ts';
import type { Claimed } from './claim-copies.ts';
import { nextTry, recallNow, settleFailure } from './settle-failure.ts';

/** Writes down what follows from a try whose claim still holds: the copy is locked, and the try is written down. */
export async function settleCopy(tx: Tx, copy: Copy, { act }: Claimed, outcome: Outcome): Promise<void> {
  if (act === 'withdraw') await settleRecall(tx, copy, outcome);
  else if (act === 'end') await settleTime(tx, copy, outcome, 'not-ended');
  else if (act === 'hold') await settleHold(tx, copy, outcome);
  else await settleSending(tx, copy, outcome);
}

async function settleRecall(tx: Tx, copy: Copy, outcome: Outcome): Promise<void> {
  // Restored, or followed by a later edition, while the recall was on its way: what it is now goes on.
  if (copy.state !== 'withdrawing') return release(tx, copy);
  if (outcome.outcome === 'accepted' && outcome.lookAfterSeconds !== undefined)
    return dueAgain(tx, copy, new Date(tx.ctx.app.clock.now().getTime() + outcome.lookAfterSeconds * 1_000), null);
  if (outcome.outcome !== 'failed') {
    await noteMayBeThere(tx, copy, false);
    return takenDown(tx, copy, by);
  }
  const again = nextTry(tx, copy, outcome);
  await dueAgain(tx, copy, again, outcome.problem);
  if (!again) await tellKeeper(tx, copy, 'not-recalled', outcome.problem);
}

// The copy stands as it stood, whether the channel took it in or not.
async function settleTime(tx: Tx, copy: Copy, outcome: Outcome, trouble: 'not-ended' | 'not-held'): Promise<void> {
  if (!stands(copy)) return release(tx, copy);
  if (outcome.outcome !== 'failed') return dueAgain(tx, copy, null, null);
  const again = nextTry(tx, copy, outcome);
  await dueAgain(tx, copy, again, again ? null : outcome.problem);
  if (!again) await tellKeeper(tx, copy, trouble, outcome.problem);
}

async function settleHold(tx: Tx, copy: Copy, outcome: Outcome): Promise<void> {
  await settleTime(tx, copy, outcome, 'not-held');
  if (!stands(copy) || outcome.outcome === 'failed') return;
  // Whoever looked in between saw another time than holds now.
  const { lookAt } = lookLater(tx, copy, {
    outcome: 'published',
    address: copy.address,
    remoteId: copy.remoteId,
    detail: {},
  });
  await tx.named(
    'channels.held-on',
    'update channels.copies set holds_on_at = null, look_at = coalesce($3, look_at) where county_id = $1 and id = $2',
    [tx.countyId, copy.id, copy.state === 'accepted' ? null : (lookAt ?? null)],
  );
}

// Also where the channel took the recall over, and its end is asked for later.
const dueAgain = (tx: Tx, copy: Copy, dueAt: Date | null, problem: string | null): Promise<void> =>
  tx
    .named(
      'channels.due-again',
      'update channels.copies set claimed_until = null, due_at = $3, problem = $4, changed_at = $5 where county_id = $1 and id = $2',
      [tx.countyId, copy.id, dueAt, problem, tx.at],
    )
    .then(() => undefined);

const release = (tx: Tx, copy: Copy): Promise<void> =>
  tx
    .named('channels.release', 'update channels.copies set claimed_until = null where county_id = $1 and id = $2', [
      tx.countyId,
      copy.id,
    ])
    .then(() => undefined);

async function settleSending(tx: Tx, copy: Copy, outcome: Outcome): Promise<void> {
  if (copy.state !== 'sending') return release(tx, copy);
  if (outcome.outcome === 'failed') return settleFailure(tx, copy, outcome);
  await together(
    turnCopy(tx, copy, outcome.outcome, by, lookLater(tx, copy, outcome)),
    noteReceipts(tx, [{ copy, outcome }]),
  );
  // What will stand there only later leaves the earlier one standing until then.
  if (isThere(outcome)) await supersedeEarlier(tx, copy, by);
  // A withdrawal overtook it: the recall follows the receipt.
  if (copy.recalled) await recallNow(tx, { ...copy, state: outcome.outcome });
}

/** How a try ended whose channel took the copy. */
export type Taken = Exclude<Outcome, Failed>;

/** Whether it stands there now, not only later. */
export const isThere = (outcome: Taken): boolean =>
  outcome.outcome === 'published' || outcome.lookAfterSeconds === undefined;

/** Soon enough to be seen by whoever published, late enough for the channel to show it. */
const readBackAfterSeconds = 5;

/** When the channel is asked what became of a copy, or a copy is read back there. */
export function lookLater(tx: Tx, copy: Copy, outcome: Taken): { lookAt?: Date } {
  const seconds = lookAfterSeconds(copy, outcome);
  return seconds === undefined ? {} : { lookAt: new Date(tx.ctx.app.clock.now().getTime() + seconds * 1_000) };
}

/** After how many seconds; undefined: it is not looked at. */
export function lookAfterSeconds({ settings }: Copy, outcome: Taken): number | undefined {
  if (outcome.outcome === 'accepted') return outcome.lookAfterSeconds;
  return capabilitiesOf(settings).readsBack ? readBackAfterSeconds : undefined;
}

/** Writes what channels gave back for copies that they took. */
export const noteReceipts = (
  tx: Tx,
  taken: readonly { readonly copy: Copy; readonly outcome: Taken }[],
): Promise<unknown> =>
  tx.named(
    'channels.sent',
    `update channels.copies k set published_at = $2, address = coalesce(r.address, k.address), remote_id = coalesce(r.remote_id, k.remote_id), receipt = r.receipt::jsonb, recalled = false, may_be_there = false
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) as r (id, address, remote_id, receipt) where k.county_id = $1 and k.id = r.id`,
    [
      tx.countyId,
      tx.at,
      taken.map(({ copy }) => copy.id),
      taken.map(({ outcome }) => (outcome.outcome === 'published' ? outcome.address : null)),
      taken.map(({ outcome }) => outcome.remoteId ?? null),
      taken.map(({ outcome }) => JSON.stringify(outcome.detail)),
    ],
  );
