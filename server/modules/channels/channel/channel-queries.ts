import { placesOf, today } from '#places';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { ChannelSettings, ChannelView } from '../contract.ts';
import { didNotArriveSql } from '../copy/copy-queries.ts';

/** A channel of the county, as it is stored. */
export interface ChannelRow {
  readonly id: string;
  readonly kind: string;
  /** Who brings copies there, as things are. */
  readonly carrier: 'program' | 'person';
  readonly name: string;
  readonly placeId: string;
  readonly sectionIds: readonly string[] | null;
  readonly language: 'zh-CN' | 'en' | null;
  readonly isOn: boolean;
  readonly settings: ChannelSettings;
  readonly pauseSeconds: number;
  readonly dailyLimit: number | null;
  readonly keeperId: string | null;
  readonly problem: string | null;
  readonly version: number;
  readonly opensAt: Date | null;
  readonly formerUntil: Date | null;
  readonly isTesting: boolean;
  readonly test: ChannelView['test'];
}

const columns = `c.id, c.kind, c.carrier, c.name, c.place_id as "placeId", c.section_ids as "sectionIds", c.language, c.is_on as "isOn", c.settings, c.pause_seconds as "pauseSeconds", c.daily_limit as "dailyLimit",
  c.keeper_id as "keeperId", c.problem, c.version, c.opens_at as "opensAt", c.former_until as "formerUntil", c.test_due_at is not null as "isTesting", c.test`;

/** A channel, locked, or 404. */
export async function channelForUpdate(tx: Tx, id: string): Promise<ChannelRow> {
  const [row] = await tx.named<ChannelRow>(
    'channels.channel-for-update',
    `select ${columns} from channels.channels c where c.county_id = $1 and c.id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** A channel with what became of its copies. */
export interface ChannelFigures extends ChannelRow {
  readonly sentToday: number;
  readonly troubled: number;
  readonly drifted: number;
  readonly owed: number;
  readonly lastSentAt: Date | null;
}

/** Every channel of the county by name, or the one. */
export const channelsWithFigures = (tx: Tx, id: string | null = null): Promise<ChannelFigures[]> =>
  tx.named<ChannelFigures>(
    'channels.channels',
    `select ${columns}, coalesce(k.today, 0)::int as "sentToday", coalesce(k.troubled, 0)::int as troubled, coalesce(k.drifted, 0)::int as drifted, coalesce(k.owed, 0)::int as owed, k.last as "lastSentAt" from channels.channels c
       left join lateral (select count(*) filter (where published_at >= $3::date::timestamp at time zone $4) as today, max(published_at) as last,
           count(*) filter (where ${didNotArriveSql}) as troubled,
           count(*) filter (where state = 'drifted') as drifted,
           count(*) filter (where state = 'failed' and problem = 'channel-off') as owed
         from channels.copies where county_id = $1 and channel_id = c.id) k on true
      where c.county_id = $1 and ($2::uuid is null or c.id = $2) order by c.name`,
    [tx.countyId, id, today(tx), tx.ctx.county.timeZone],
  );

/** These places and all above them: a channel takes stories of its place and of those below it. */
export const placesAbove = (tx: Tx, placeIds: readonly string[]): string[] => [
  ...new Set(
    placeIds.flatMap((id) =>
      placesOf(tx)
        .path(id)
        .map((place) => place.id),
    ),
  ),
];

/** A channel that takes a story, or once took it. */
export interface Taker extends Pick<
  ChannelRow,
  'id' | 'kind' | 'name' | 'carrier' | 'isOn' | 'settings' | 'pauseSeconds' | 'dailyLimit'
> {}

/** The channels that take a story of this section, language and these places (with those above them), and those that hold a copy of it already (`holders`), whatever they take now. */
export const takersOf = (
  tx: Tx,
  story: { sectionId: string; language: string; placesAbove: readonly string[]; holders: readonly string[] },
): Promise<Taker[]> =>
  tx.named<Taker>(
    'channels.takers',
    `select c.id, c.kind, c.name, c.carrier, c.is_on as "isOn", c.settings, c.pause_seconds as "pauseSeconds", c.daily_limit as "dailyLimit" from channels.channels c where c.county_id = $1
       and ((c.is_on and c.place_id = any($2::uuid[]) and (c.section_ids is null or $3 = any(c.section_ids)) and (c.language is null or c.language = $5)) or c.id = any($4::uuid[])) order by c.id`,
    [tx.countyId, story.placesAbove, story.sectionId, story.holders, story.language],
  );
