import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { abilitiesOn, mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ChannelView } from '../contract.ts';
import { capabilitiesOf, isBeyondRecall } from '../kinds/kinds.ts';
import { channelsWithFigures } from './channel-queries.ts';
import type { ChannelFigures } from './channel-queries.ts';

/** Every channel of the county, by name. */
export const readChannels = (ctx: Ctx, actor: Actor): Promise<ChannelView[]> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'channel.list');
    return views(tx, actor, await channelsWithFigures(tx));
  });

/** One channel. Refuses: NotFound (404). */
export const readChannel = (ctx: Ctx, actor: Actor, id: string): Promise<ChannelView> =>
  ctx.transaction((tx) => {
    mustSomewhere(tx, actor, 'channel.list');
    return channelView(tx, actor, id);
  });

/** A channel as it is now. Refuses: NotFound (404). */
export const channelView = async (tx: Tx, actor: Actor, id: string): Promise<ChannelView> =>
  found((await views(tx, actor, await channelsWithFigures(tx, id)))[0]);

async function views(tx: Tx, actor: Actor, rows: readonly ChannelFigures[]): Promise<ChannelView[]> {
  const names = await displayNames(tx, [...new Set(rows.flatMap((row) => row.keeperId ?? []))]);
  return rows.map((row) => viewOf(tx, actor, row, names.get(row.keeperId ?? '') ?? null));
}

function viewOf(tx: Tx, actor: Actor, row: ChannelFigures, keeperName: string | null): ChannelView {
  const { kind: _, opensAt, formerUntil, ...shown } = row;
  const now = tx.ctx.app.clock.now();
  const ahead = (at: Date | null): string | null => (at && at > now ? at.toISOString() : null);
  const can = capabilitiesOf(row.settings);
  return {
    ...shown,
    sectionIds: row.sectionIds && [...row.sectionIds],
    correct: can.correct,
    withdraw: can.withdraw,
    endsNotices: can.endsNotices,
    beyondRecall: isBeyondRecall(can),
    heldUntil: ahead(opensAt),
    formerUntil: ahead(formerUntil),
    keeperName,
    lastSentAt: row.lastSentAt?.toISOString() ?? null,
    abilities: abilitiesOn(tx, actor, 'channel', row),
  };
}
