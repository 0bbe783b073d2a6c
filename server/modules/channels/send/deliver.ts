import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { failpoint } from '#platform/failpoints';
import { found } from '#platform/refuse';
import { fillSlots, slotsPerApp } from '#platform/outbound/slots';
import { inCounty } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { hasLaterEdition, noteMayBeThere } from '../copy/copy-queries.ts';
import { handOver } from '../copy/hand-over.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Outcome, Sending } from '../kinds/sending.ts';
import { claimCopies } from './claim-copies.ts';
import type { Claimed } from './claim-copies.ts';
import { leaveWorn } from './leave-worn.ts';
import { LedgerWriter } from './ledger-writer.ts';
import { makeSendings } from './make-sending.ts';
import type { Made, Pieces } from './make-sending.ts';
import { noteKnownUntil } from './note-known-until.ts';
import { sendTests } from './send-tests.ts';

/** Tries that one process has under way at once, in all channels together. */
const slotsOf = slotsPerApp(256);

/** Lets go what is due, each channel in slots of its own: one that is slow or dead slows no other. */
export async function deliverDue(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const { app, county } = ctx;
  await handOver(ctx);
  const slots = slotsOf(app);
  await sendTests(ctx, slots);
  const pieces: Pieces = new Map();
  await fillSlots(ctx, slots, signal, async () => {
    const claimed = await ctx.transaction(async (tx) =>
      leaveWorn(tx, await claimCopies(tx, slots.busy(county.id), slots.room(ctx))),
    );
    const made = claimed.length > 0 ? await makeAhead(ctx, claimed, pieces) : new Map<string, Made>();
    for (const one of claimed)
      slots.add(county.id, one.copy.channelId, deliverOne(ctx, one, made.get(one.copy.id), pieces));
    return claimed.length;
  });
}

/** Waits for what this process has under way: before it stops. */
export const drain = (app: App): Promise<void> => slotsOf(app).all();

// One that cannot be read is read again by itself, and fails by itself.
const makeAhead = (ctx: Ctx, claimed: readonly Claimed[], pieces: Pieces): Promise<Map<string, Made>> =>
  makeToSend(ctx, claimed, pieces).catch(() => new Map<string, Made>());

const makeToSend = (ctx: Ctx, claimed: readonly Claimed[], pieces: Pieces): Promise<Map<string, Made>> =>
  ctx.transaction(async (tx) => {
    const made = await makeSendings(ctx, claimed, pieces);
    await noteKnownUntil(tx, claimed, pieces);
    return made;
  });

const writers = new WeakMap<County, LedgerWriter>();

function writerOf(app: App, county: County): LedgerWriter {
  const writer = writers.get(county) ?? new LedgerWriter(app, county, slotsOf(app));
  writers.set(county, writer);
  return writer;
}

// In a ctx of its own: transactions of several tries would join one another.
const deliverOne = ({ app, county }: Ctx, claimed: Claimed, ahead: Made | undefined, pieces: Pieces): Promise<void> =>
  inCounty(app, county, async (ctx) => {
    await failpoint('copy-claimed');
    const { copy } = claimed;
    const began = performance.now();
    const outcome = await attempt(ctx, claimed, async () => {
      const { kind, sending } = ahead ?? found((await makeToSend(ctx, [claimed], pieces)).get(copy.id));
      return tryOnce(kind, { ...sending, ctx }, claimed);
    });
    if (!outcome) return;
    const took = performance.now() - began;
    await failpoint('copy-sent-before-receipt');
    await writerOf(app, county).write({ claimed, outcome, took });
    await failpoint('copy-after-receipt');
  }).catch((error: unknown) =>
    app.log.error('a copy could not be delivered', {
      error: error instanceof Error ? error : undefined,
      copy: claimed.copy.id,
    }),
  );

/** Throws for a kind that lacks the verb: a person carries it, or nothing can be done. */
async function tryOnce(kind: Kind, sending: Sending, claimed: Claimed): Promise<Outcome> {
  const { act, mayBeThere } = claimed;
  if (act === 'withdraw' && kind.withdraw) return kind.withdraw(sending);
  if (act === 'end' && kind.end) return kind.end(sending);
  if (act === 'hold' && kind.hold) return kind.hold(sending);
  if (act !== 'send' || !kind.send) throw new Error(`no program does this in a channel of the kind ${kind.key}`);
  const found = mayBeThere && kind.lookUp ? await kind.lookUp(sending) : 'absent';
  if (found !== 'absent') return found;
  if (mayBeThere && (await isOvertaken(kind, sending, claimed))) return overtaken;
  return sending.former && kind.correct ? kind.correct(sending) : kind.send(sending);
}

const overtaken: Outcome = { outcome: 'failed', problem: 'overtaken', detail: {} };

// What the channel said is written down before anything is sent there: the next try must not ask anew.
const isOvertaken = (kind: Kind, { ctx }: Sending, { copy }: Claimed): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    if (kind.lookUp) await noteMayBeThere(tx, copy, false);
    return hasLaterEdition(tx, copy);
  });

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
