import { sha256Hex } from '@xiangyin/document';
import { systemActor } from '#platform/actor';
import { emit } from '#platform/events';
import { move } from '#platform/states';
import { together } from '#platform/together';
import { inCounty } from '#platform/transaction';
import type { Ctx, Tx } from '#platform/transaction';
import { copyForUpdate, copiesToRead, hasLaterEdition } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { copyStates, isLeftStanding } from '../copy/states.ts';
import { tellKeeper } from '../copy/tell-keeper.ts';
import type { Uncompared } from '../contract.ts';
import { copyDrifted } from '../events.ts';
import type { Seen } from '../kinds/kind.ts';
import type { FetchPage } from '../kinds/site/fetch-page.ts';
import { readPage } from '../kinds/site/read-page.ts';
import { quotaOpensAt } from '../send/quota.ts';
import { lookAtCopy } from './look-at-copy.ts';
import { isPastLooking, nextLook } from './next-look.ts';

const by = systemActor('read-back');
const atOnce = 20;
/** After so many misses the copy waits a day before the next look. */
const misses = 8;

/** Looks at copies whose turn it is: reads the public pages back and compares their words with the edition's, and asks the other channels in the same way, or what became of a copy that they took over. What does not answer is asked again later; what shows other words is `drifted`. For a week each is looked at again once a day, as far as its channel lets. */
export async function readBack(ctx: Ctx, fetchPage: FetchPage): Promise<number> {
  const copies = await ctx.transaction((tx) => copiesToRead(tx, ctx.app.clock.now(), atOnce));
  const [own, elsewhere] = [copies.filter((copy) => copy.channelId === null), copies.filter((copy) => copy.channelId)];
  // In a ctx of its own each, since all are asked at once: one that is slow holds up no other, and none fails unheard while the others are under way.
  await together(
    readPages(ctx, own, fetchPage),
    ...elsewhere.map((copy) => inCounty(ctx.app, ctx.county, (apart) => lookElsewhere(apart, copy))),
  );
  return copies.length;
}

async function readPages(ctx: Ctx, copies: readonly Copy[], fetchPage: FetchPage): Promise<void> {
  for (const copy of copies) {
    const seen = await readPage(ctx, copy, fetchPage);
    await ctx.transaction((tx) => note(tx, copy, seen));
  }
}

async function lookElsewhere(ctx: Ctx, copy: Copy): Promise<void> {
  const seen = await lookAtCopy(ctx, copy).catch((error: unknown): Seen => {
    ctx.app.log.error('a channel could not be looked at', {
      error: error instanceof Error ? error : undefined,
      copy: copy.id,
    });
    return { problem: 'no-answer' };
  });
  if (seen) await ctx.transaction((tx) => note(tx, copy, seen));
}

async function note(tx: Tx, looked: Copy, seen: Seen): Promise<void> {
  const copy = await copyForUpdate(tx, looked.id);
  if (!copy || !['published', 'drifted', 'accepted'].includes(copy.state)) return;
  // Its recall was given up while somebody looked: whatever its words are, it should not stand there.
  if (isLeftStanding(copy)) return;
  if ('problem' in seen && seen.problem !== 'not-there') return lookAgain(tx, copy, seen.problem);
  const found = findingOf(copy, seen);
  // A later edition is on its way there: what is seen in between is no drift.
  if (found.problem !== null && (await hasLaterEdition(tx, copy))) return lookAgain(tx, copy, null);
  await noteSeen(tx, copy, found);
  if (found.isSame && copy.state === 'drifted') await move(tx, copyStates, copy, 'published', { by });
  if (found.problem === null || copy.state !== 'published') return;
  await move(tx, copyStates, copy, 'drifted', { by });
  await tellKeeper(tx, copy, 'drifted', found.problem);
  await emit(tx, copyDrifted, by, { copyId: copy.id, storyId: copy.storyId, channel: copy.channel });
}

/** What follows from a look that saw something. */
interface Finding {
  readonly isSame: boolean;
  /** How it drifted; null: it did not. */
  readonly problem: 'other-words' | 'not-there' | null;
  readonly hashSeen: string | null;
  readonly uncompared: Uncompared | null;
}

function findingOf(copy: Copy, seen: Seen): Finding {
  if ('uncompared' in seen)
    // What drifted goes on having drifted until it is seen as it was signed, or as it was adopted.
    return {
      isSame: seen.uncompared === 'own-words',
      problem: null,
      hashSeen: seen.hash ?? copy.hashSeen,
      uncompared: seen.uncompared,
    };
  const drifted = { isSame: false, uncompared: null };
  if ('problem' in seen) return { ...drifted, problem: 'not-there', hashSeen: copy.hashSeen };
  if (seen.words !== seen.wanted) {
    const hashSeen = sha256Hex(seen.words);
    if (hashSeen === copy.acceptedHash) return { isSame: true, problem: null, hashSeen, uncompared: 'accepted' };
    return { ...drifted, problem: 'other-words', hashSeen };
  }
  return { isSame: true, problem: null, hashSeen: copy.hashSent, uncompared: null };
}

async function noteSeen(tx: Tx, copy: Copy, { problem, hashSeen, uncompared, isSame }: Finding): Promise<void> {
  const isStillDrifted = copy.state === 'drifted' && !isSame;
  await tx.named(
    'channels.seen',
    'update channels.copies set hash_seen = $3, seen_at = $4, look_at = $6, looks = looks + 1, problem = $5, uncompared = $7, changed_at = case when problem is distinct from $5 or hash_seen is distinct from $3 then $4 else changed_at end where county_id = $1 and id = $2',
    [
      tx.countyId,
      copy.id,
      hashSeen,
      tx.at,
      problem ?? (isStillDrifted ? copy.problem : null),
      await nextLook(tx, copy),
      uncompared,
    ],
  );
}

async function lookAgain(tx: Tx, copy: Copy, problem: string | null): Promise<void> {
  // Its day's questions are used up: that says nothing of the copy.
  if (problem === 'quota') return lookTomorrow(tx, copy);
  const wait = copy.looks >= misses ? 86_400 : Math.min(3_600, 5 * 2 ** copy.looks);
  // What was only taken over is asked after until it is known what became of it.
  const isOver = copy.state !== 'accepted' && isPastLooking(tx, copy);
  await tx.named(
    'channels.look-again',
    'update channels.copies set looks = looks + 1, problem = $3, look_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, copy.id, problem, isOver ? null : new Date(tx.ctx.app.clock.now().getTime() + wait * 1_000)],
  );
}

const lookTomorrow = (tx: Tx, { id }: Copy): Promise<void> =>
  tx
    .named('channels.look-tomorrow', 'update channels.copies set look_at = $3 where county_id = $1 and id = $2', [
      tx.countyId,
      id,
      quotaOpensAt(tx),
    ])
    .then(() => undefined);
