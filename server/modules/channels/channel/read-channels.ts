import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { abilitiesOn, must, mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ChannelView } from '../contract.ts';
import { isBeyondRecall, kindOf, limitsOf } from '../kinds/registry.ts';
import { partsOf } from '../kinds/sending.ts';
import { channelsWithFigures } from './channel-queries.ts';
import type { ChannelFigures, ChannelRow } from './channel-queries.ts';
import { openSecrets } from './secrets.ts';

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
  const seen: ChannelView[] = [];
  for (const row of rows) seen.push(await viewOf(tx, actor, row, names.get(row.keeperId ?? '') ?? null));
  return seen;
}

/** Whether a channel can be tried. */
export const hasTest = ({ settings, carrier }: Pick<ChannelRow, 'settings' | 'carrier'>): boolean =>
  carrier === 'program' && kindOf(settings).test !== undefined;

async function viewOf(tx: Tx, actor: Actor, row: ChannelFigures, keeperName: string | null): Promise<ChannelView> {
  const { kind: key, opensAt, formerUntil, ...shown } = row;
  const kind = kindOf(row.settings);
  const now = tx.ctx.app.clock.now();
  const ahead = (at: Date | null): string | null => (at && at > now ? at.toISOString() : null);
  const can = kind.capabilities(row.settings);
  return {
    ...shown,
    sectionIds: row.sectionIds && [...row.sectionIds],
    correct: can.correct,
    withdraw: can.withdraw,
    endsNotices: can.endsNotices,
    beyondRecall: isBeyondRecall(can),
    heldUntil: ahead(opensAt),
    formerUntil: ahead(formerUntil),
    kindName: tx.ctx.app.wording.say(tx.ctx.tag, `channels.kind.${key}`),
    secret: kind.secret?.from ?? 'none',
    secretParts: kind.secret?.from === 'given' ? Object.keys(partsOf(await openSecrets(tx, row.id))) : [],
    hasTest: hasTest(row),
    mostInADay: limitsOf(row.settings).perDay ?? null,
    keeperName,
    lastSentAt: row.lastSentAt?.toISOString() ?? null,
    abilities: abilitiesOn(tx, actor, 'channel', row),
  };
}

interface ShownFact {
  label: string;
  value: string;
  isTakenAlong: boolean;
}

/** What its kind shows of a channel to whoever arranges it, such as a DNS record. Refuses: NotFound (404), Forbidden (403). */
export const readFacts = (ctx: Ctx, actor: Actor, id: string): Promise<ShownFact[]> =>
  ctx.transaction(async (tx) => {
    const channel = found((await channelsWithFigures(tx, id))[0]);
    must(tx, actor, 'channel.arrange', channel);
    const { facts } = kindOf(channel.settings);
    const shown = (await facts?.(tx, { ...channel, secrets: await openSecrets(tx, id) })) ?? [];
    return shown.map(({ key, value, isForTheEye }) => ({
      label: ctx.app.wording.say(ctx.tag, `channels.fact.${key}`),
      value,
      isTakenAlong: !isForTheEye,
    }));
  });
