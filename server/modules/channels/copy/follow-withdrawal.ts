import { storyById, urgentSlug } from '#newsroom';
import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { capabilitiesOf, isBeyondRecall } from '../kinds/registry.ts';
import { noteMayStand, passedCopiesForUpdate, standingCopiesForUpdate } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { isBehindNote, isKeptAtHome, isLeftStanding, mayHaveArrived, stands } from './states.ts';
import { turnCopy } from './turn-copy.ts';

/** The copies follow a withdrawal, in its transaction: what never left stays, what stands somewhere is recalled, also the earlier ones of a channel where a later edition could only be sent after them, and what is on its way is recalled behind its receipt. */
export async function recallCopies(tx: Tx, storyId: string, actor: Actor): Promise<void> {
  for (const copy of await passedCopiesForUpdate(tx, storyId)) await recallBehindNote(tx, copy, actor);
  for (const copy of await standingCopiesForUpdate(tx, storyId)) await recall(tx, copy, actor);
}

async function recallBehindNote(tx: Tx, copy: Copy, actor: Actor): Promise<void> {
  const can = capabilitiesOf(copy.settings);
  if (isBehindNote(copy, can) && can.withdraw !== 'notice' && can.withdraw !== 'none') await takeDown(tx, copy, actor);
}

/** One copy follows the withdrawal of its story. */
export async function recall(tx: Tx, copy: Copy, actor: Actor): Promise<void> {
  if (copy.state === 'withdrawn' || copy.state === 'withdrawing') return;
  const can = capabilitiesOf(copy.settings);
  if (copy.state === 'sending') return recallBehind(tx, copy);
  if (copy.channelId === null) return turnCopy(tx, copy, 'withdrawn', actor);
  if (!stands(copy) && !mayHaveArrived(copy)) return stayAtHome(tx, copy, actor);
  // What nothing calls back stays where it is, and the ledger says so.
  if (can.withdraw === 'none') return;
  await takeDown(tx, copy, actor);
}

const takeDown = (tx: Tx, copy: Copy, actor: Actor): Promise<void> =>
  turnCopy(tx, copy, 'withdrawing', actor, copy.carrier === 'program' ? { dueAt: tx.ctx.app.clock.now() } : {});

// Should the story come back, it is still known that somebody meant it to stay.
const stayAtHome = (tx: Tx, copy: Copy, actor: Actor): Promise<void> =>
  turnCopy(tx, copy, 'withdrawn', actor, copy.problem !== null && isKeptAtHome(copy) ? { problem: copy.problem } : {});

const recallBehind = (tx: Tx, copy: Copy): Promise<void> =>
  tx
    .named('channels.recall-behind', 'update channels.copies set recalled = true where county_id = $1 and id = $2', [
      tx.countyId,
      copy.id,
    ])
    .then(() => undefined);

/** The copies follow a restoration: the site's in the same transaction, all others are sent anew, each in its latest edition. Of an earlier one a recall that has begun goes on, and the latest waits for its end; one that has not is none. What could not be taken down stands as it stood, and what somebody kept at home stays there. */
export async function restoreCopies(tx: Tx, storyId: string, actor: Actor): Promise<void> {
  const copies = await standingCopiesForUpdate(tx, storyId);
  const isUrgent = (await storyById(tx, storyId)).path === urgentSlug;
  for (const copy of copies) {
    if (isLeftStanding(copy)) await noteMayStand(tx, copy);
    else if (!copies.some((one) => follows(one, copy))) await restore(tx, copy, actor, isUrgent);
    else if (copy.state === 'withdrawing' && copy.tries === 0) await standAgain(tx, copy, copies, actor);
  }
}

// Nobody took it down yet. Behind a note that nobody took down either it is what it was.
async function standAgain(tx: Tx, copy: Copy, copies: readonly Copy[], actor: Actor): Promise<void> {
  const isBehind = copies.some((one) => follows(one, copy) && isStillThere(one));
  await turnCopy(tx, copy, isBehind ? 'superseded' : 'published', actor);
}

// Its receipt says where it stands, and its recall has not begun.
const isStillThere = (copy: Copy): boolean =>
  isLeftStanding(copy) ||
  (copy.state === 'withdrawing' &&
    copy.publishedAt !== null &&
    copy.tries === 0 &&
    copy.claimedUntil === null &&
    (copy.carrier === 'person' || copy.address !== null));

const follows = (one: Copy, earlier: Copy): boolean =>
  one.channelId === earlier.channelId && one.editionNumber > earlier.editionNumber;

async function restore(tx: Tx, copy: Copy, actor: Actor, isUrgent: boolean): Promise<void> {
  const now = tx.ctx.app.clock.now();
  const { carrier } = copy;
  if (copy.state === 'sending' && copy.recalled)
    await tx.named(
      'channels.recall-no-more',
      'update channels.copies set recalled = false where county_id = $1 and id = $2',
      [tx.countyId, copy.id],
    );
  if (copy.state !== 'withdrawn' && copy.state !== 'withdrawing') return;
  if (carrier === null) return turnCopy(tx, copy, 'published', actor, { lookAt: now });
  if (copy.state === 'withdrawn' && copy.problem !== null && isKeptAtHome(copy))
    return turnCopy(tx, copy, 'failed', actor, { problem: copy.problem });
  if (copy.state === 'withdrawn' && copy.isOn === false)
    return turnCopy(tx, copy, 'failed', actor, { problem: 'channel-off' });
  const anew = await wasTried(tx, copy);
  if (!isUrgent && isFirstTime(copy)) return leaveAfterPause(tx, copy, actor, anew);
  // Nobody took it down yet.
  if (copy.state === 'withdrawing' && (carrier === 'person' || isStillThere(copy)))
    return turnCopy(tx, copy, 'published', actor, carrier === 'program' ? { lookAt: now } : {});
  if (carrier === 'person') return turnCopy(tx, copy, 'manual', actor, { anew });
  // A recall that is on its way ends first: it keeps its claim.
  await turnCopy(tx, copy, 'planned', actor, {
    dueAt: now,
    anew,
    ...(copy.claimedUntil ? { claimedUntil: copy.claimedUntil } : {}),
  });
}

// It never left, and nothing would call it back.
const isFirstTime = (copy: Copy): boolean =>
  copy.state === 'withdrawn' &&
  copy.publishedAt === null &&
  (copy.pauseSeconds ?? 0) > 0 &&
  isBeyondRecall(capabilitiesOf(copy.settings));

async function leaveAfterPause(tx: Tx, copy: Copy, actor: Actor, anew: boolean): Promise<void> {
  const dueAt = new Date(tx.ctx.app.clock.now().getTime() + (copy.pauseSeconds ?? 0) * 1_000);
  await turnCopy(tx, copy, 'planned', actor, { anew });
  await turnCopy(tx, { ...copy, state: 'planned' }, 'waiting', actor, { dueAt, waitsFor: 'pause' });
}

// What never left is no sending anew: those who were to get it had nothing yet.
async function wasTried(tx: Tx, copy: Copy): Promise<boolean> {
  if (copy.publishedAt !== null || copy.state === 'withdrawing') return true;
  const tried = await tx.named(
    'channels.was-tried',
    'select 1 from channels.attempts where county_id = $1 and copy_id = $2 limit 1',
    [tx.countyId, copy.id],
  );
  return tried.length > 0;
}
