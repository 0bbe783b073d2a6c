import type { Actor } from '#platform/actor';
import { must, mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { channelsWithFigures } from '../../../channel/channel-queries.ts';
import type { ChannelRow } from '../../../channel/channel-queries.ts';
import type { ReturnedAddress, ReturnedLetters } from '../../../contract.ts';
import { returnedAddresses, returnedFigures } from './returned-queries.ts';
import type { ReturnedRow } from './returned-queries.ts';

/** More are not shown at once; the figures count all. */
const mostShown = 1_000;

/** How many addresses of a newsletter letters come back from, since when and why: counts alone. Refuses: NotFound (404) for what is no newsletter. */
export const readReturnedLetters = (ctx: Ctx, actor: Actor, channelId: string): Promise<ReturnedLetters> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'channel.list');
    mustBeNewsletter(await channelOf(tx, channelId));
    const [row] = await tx.named<{ n: number }>(
      'channels.written-to',
      `select count(*)::int as n from channels.subscribers where county_id = $1 and channel_id = $2 and state = 'active'`,
      [tx.countyId, channelId],
    );
    const reasons = await returnedFigures(tx, channelId);
    return {
      receivers: row?.n ?? 0,
      reasons: reasons.map((one) => ({ ...one, since: one.since.toISOString() })),
    };
  });

/** The addresses of a newsletter whose letters come back, masked: enough to tell one from another, and which provider refuses. Refuses: NotFound (404), Forbidden (403). */
export const readReturnedAddresses = (ctx: Ctx, actor: Actor, channelId: string): Promise<ReturnedAddress[]> =>
  ctx.transaction(async (tx) => {
    const channel = await channelOf(tx, channelId);
    must(tx, actor, 'channel.tend-addresses', channel);
    mustBeNewsletter(channel);
    return (await returnedAddresses(tx, channelId, mostShown)).map(returnedView);
  });

const channelOf = async (tx: Tx, channelId: string): Promise<ChannelRow> =>
  found((await channelsWithFigures(tx, channelId))[0]);

const mustBeNewsletter = ({ kind }: ChannelRow): unknown => found(kind === 'newsletter' ? kind : undefined);

/** An address without its name: `w…@mail.test`. */
export const returnedView = ({ id, email, state, reason, bounces, since }: ReturnedRow): ReturnedAddress => ({
  id,
  masked: `${[...email][0] ?? ''}…${email.slice(email.lastIndexOf('@'))}`,
  isStopped: state === 'off',
  reason,
  bounces,
  since: since.toISOString(),
});
