import { adoptedElsewhere } from '#newsroom';
import { contributionView } from '#newsroom/contract';
import { systemActor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import { z } from 'zod';
import type { Outcome, Sending } from '../sending.ts';
import type { ContributionSettings } from './settings.ts';
import { noteSaid, sentAtOf } from './contributed-copies.ts';

const saidShape = z.looseObject({
  id: z.uuid(),
  state: contributionView.shape.state,
  reason: z.string().max(5_000).nullable(),
  address: z
    .url({ protocol: /^https?$/ })
    .max(1_000)
    .nullable(),
  publishedOn: z.iso.date().nullable(),
  publisher: z.string().max(300),
});
type Said = z.infer<typeof saidShape>;

/** An answer of the other centre, or undefined where it cannot be read. */
export const saidIn = (body: Record<string, unknown>): Said | undefined => saidShape.safeParse(body).data;

/** What the other centre says of a copy, kept for whoever looks at it, and what that means for the ledger. Published there, it is an adoption for whoever handed it in here. */
export async function saidOf(sending: Sending<ContributionSettings>, body: Record<string, unknown>): Promise<Outcome> {
  const said = saidIn(body);
  if (!said) return { outcome: 'failed', problem: 'setup', detail: { code: 'answer' } };
  const { ctx, copy } = sending;
  await ctx.transaction((tx) => noteSaid(tx, copy.id, said));
  if (said.state === 'published') await adopted(sending, said);
  return outcomeOf(ctx, copy.id, said);
}

async function outcomeOf(ctx: Ctx, copyId: string, said: Said): Promise<Outcome> {
  const detail = { code: said.state };
  switch (said.state) {
    case 'published':
      return { outcome: 'published', address: said.address, remoteId: said.id, detail };
    case 'returned':
    case 'rejected':
      return { outcome: 'failed', problem: 'refused', detail };
    case 'withdrawn':
    case 'taken-back':
      return { outcome: 'failed', problem: 'vanished', detail };
    default: {
      const lookAfterSeconds = patience(ctx, await ctx.transaction((tx) => sentAtOf(tx, copyId)));
      return {
        outcome: 'accepted',
        remoteId: said.id,
        ...(lookAfterSeconds === undefined ? {} : { lookAfterSeconds }),
        detail,
      };
    }
  }
}

const [hour, day] = [3_600, 86_400];

/** Asked often at first, then more and more rarely; after a quarter of a year what has not been used will not be. */
function patience(ctx: Ctx, sentAt: Date): number | undefined {
  const since = (ctx.app.clock.now().getTime() - sentAt.getTime()) / 1_000;
  if (since < hour) return 300;
  if (since < day) return hour;
  if (since < 14 * day) return 6 * hour;
  return since < 90 * day ? day : undefined;
}

const by = systemActor('contribution');

async function adopted(
  { ctx, piece, settings }: Sending<ContributionSettings>,
  { address, publishedOn, publisher }: Said,
): Promise<void> {
  if (address === null || publishedOn === null) return;
  await adoptedElsewhere(ctx, by, {
    storyId: piece.storyId,
    level: settings.level,
    outlet: publisher.trim().slice(0, 100) || new URL(settings.address).host,
    adoptedOn: publishedOn,
    href: address,
  });
}
