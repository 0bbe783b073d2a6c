import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '#platform/app';
import { failpoint } from '#platform/failpoints';
import { inCounty } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { handOver } from '../copy/hand-over.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Outcome, Sending } from '../kinds/sending.ts';
import { claimCopies } from './claim-copies.ts';
import type { Claimed } from './claim-copies.ts';
import { makeSending } from './make-sending.ts';
import type { Pieces } from './make-sending.ts';
import { sendTests } from './send-tests.ts';
import { settleCopy } from './settle-copy.ts';
import { underWayIn } from './under-way.ts';

/** A turn ends after this long; what is under way goes on behind it, so that a slow receiver holds up nobody else's copies. */
const turnMilliseconds = 1_500;

const gatherMilliseconds = 30;

/** Lets go what is due, each channel in slots of its own: one that is slow or dead slows no other. */
export async function deliverDue(ctx: Ctx, signal: AbortSignal): Promise<void> {
  await handOver(ctx);
  const underWay = underWayIn(ctx.app);
  await sendTests(ctx, underWay);
  const end = performance.now() + turnMilliseconds;
  const pieces: Pieces = new Map();
  while (!signal.aborted) {
    const room = underWay.room();
    const claimed = room > 0 ? await ctx.transaction((tx) => claimCopies(tx, underWay.busy(ctx.county.id), room)) : [];
    for (const one of claimed) underWay.add(ctx.county.id, one.copy.channelId ?? '', deliverOne(ctx, one, pieces));
    const left = end - performance.now();
    if (left <= 0 || (claimed.length === 0 && underWay.size === 0)) return;
    if (claimed.length > 0 && underWay.room() > 0) continue;
    await underWay.next(left);
    // What ends within the same moment makes room together: looking for each by itself cost more than sending.
    await sleep(gatherMilliseconds);
  }
}

/** Waits for what this process has under way: before it stops. */
export const drain = (app: App): Promise<void> => underWayIn(app).all();

// In a ctx of its own: transactions of several tries would join one another.
const deliverOne = ({ app, county }: Ctx, claimed: Claimed, pieces: Pieces): Promise<void> =>
  inCounty(app, county, async (ctx) => {
    await failpoint('copy-claimed');
    const { copy, act } = claimed;
    const began = performance.now();
    const outcome = await attempt(ctx, claimed, async () => {
      const { kind, sending } = await makeSending(ctx, copy, act, pieces);
      return tryOnce(kind, sending, claimed);
    });
    if (outcome) await settleCopy(ctx, claimed, outcome, performance.now() - began);
  }).catch((error: unknown) =>
    app.log.error('a copy could not be delivered', {
      error: error instanceof Error ? error : undefined,
      copy: claimed.copy.id,
    }),
  );

/** Throws for a kind that lacks the verb: a person carries it, or nothing can be done. */
async function tryOnce(kind: Kind, sending: Sending, { act, mayBeThere }: Claimed): Promise<Outcome> {
  if (act === 'withdraw' && kind.withdraw) return kind.withdraw(sending);
  if (act === 'withdraw' || !kind.send) throw new Error(`no program does this in a channel of the kind ${kind.key}`);
  const found = mayBeThere && kind.lookUp ? await kind.lookUp(sending) : 'absent';
  if (found !== 'absent') return found;
  return sending.former && kind.correct ? kind.correct(sending) : kind.send(sending);
}

// What fails in our own code is no answer of the receiver: the claim runs out, and it is tried again.
async function attempt(ctx: Ctx, claimed: Claimed, work: () => Promise<Outcome>): Promise<Outcome | undefined> {
  try {
    return await work();
  } catch (error) {
    ctx.app.log.error('a channel failed', {
      error: error instanceof Error ? error : undefined,
      copy: claimed.copy.id,
    });
    return undefined;
  }
}
