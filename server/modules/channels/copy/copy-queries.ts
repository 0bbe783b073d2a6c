import type { Tx } from '#platform/transaction';
import type { ChannelSettings, Uncompared } from '../contract.ts';
import { stands } from './states.ts';
import type { CopyState } from './states.ts';

/** A copy of an edition in a channel. */
export interface Copy {
  readonly id: string;
  readonly storyId: string;
  readonly editionId: string;
  readonly editionNumber: number;
  /** Its kind. */
  readonly channel: string;
  /** Null: the county's own site. */
  readonly channelId: string | null;
  /** The channel's own name; null: the site. */
  readonly channelName: string | null;
  /** Who brings it there, as things are; null: the site. */
  readonly carrier: 'program' | 'person' | null;
  /** Null: the site, which always is. */
  readonly isOn: boolean | null;
  /** How long what nothing calls back waits there before it leaves; null: the site. */
  readonly pauseSeconds: number | null;
  /** What the channel knows of itself; null: the site. */
  readonly settings: ChannelSettings | null;
  readonly state: CopyState;
  readonly remoteId: string | null;
  readonly address: string | null;
  readonly hashSent: string;
  readonly hashSeen: string | null;
  readonly uncompared: Uncompared | null;
  /** Of other words that somebody lets stand there. */
  readonly acceptedHash: string | null;
  readonly receipt: Record<string, unknown> | null;
  readonly looks: number;
  readonly problem: string | null;
  readonly lookAt: Date | null;
  readonly waitsFor: 'pause' | 'quota' | 'retry' | 'breaker' | null;
  readonly dueAt: Date | null;
  readonly claimedUntil: Date | null;
  readonly round: number;
  readonly tries: number;
  readonly recalled: boolean;
  /** The answer to a try was lost, and what became of it is not known yet. */
  readonly mayBeThere: boolean;
  /** When its notice ended, as its channel is told or was; null: it was told of no end. */
  readonly endedAt: Date | null;
  /** Since when its channel is to be told until when its notice holds now; null: it knows. */
  readonly holdsOnAt: Date | null;
  /** A person had it in hand when it was overtaken (the story was withdrawn, or a later edition came), no receipt is in, and no later edition stands in its place: it may be there all the same. */
  readonly isOvertakenInHands: boolean;
  readonly plannedAt: Date;
  readonly publishedAt: Date | null;
  readonly seenAt: Date | null;
  readonly changedAt: Date;
}

const overtakenInHandsSql = `case when h.carrier = 'person' and k.state in ('withdrawn', 'superseded') and k.published_at is null and k.problem is null
  then exists (select 1 from platform.moves m where m.county_id = k.county_id and m.noun = 'copy' and m.subject_id = k.id::text and m.to_state = 'manual')
    and not exists (select 1 from channels.copies n where n.county_id = k.county_id and n.story_id = k.story_id and n.channel_id = k.channel_id and n.edition_number > k.edition_number and n.state in ('accepted', 'published', 'drifted'))
  else false end`;
const columns = `k.id, k.story_id as "storyId", k.edition_id as "editionId", k.edition_number as "editionNumber", k.channel, k.channel_id as "channelId", h.name as "channelName", h.carrier, h.is_on as "isOn", h.pause_seconds as "pauseSeconds", h.settings, k.state, k.remote_id as "remoteId", k.address,
  k.hash_sent as "hashSent", k.hash_seen as "hashSeen", k.uncompared, k.accepted_hash as "acceptedHash", k.receipt, k.looks, k.problem, k.look_at as "lookAt", k.waits_for as "waitsFor", k.due_at as "dueAt", k.claimed_until as "claimedUntil", k.round, k.tries, k.recalled, k.may_be_there as "mayBeThere", k.ended_at as "endedAt", k.holds_on_at as "holdsOnAt", ${overtakenInHandsSql} as "isOvertakenInHands",
  k.planned_at as "plannedAt", k.published_at as "publishedAt", k.seen_at as "seenAt", k.changed_at as "changedAt"`;
const tables = 'channels.copies k left join channels.channels h on h.county_id = k.county_id and h.id = k.channel_id';

/** A copy with what the desk must know of its story: its headline, and where it belongs for the question who may act. */
export interface DeskCopy extends Copy {
  readonly storyTitle: string;
  readonly placeIds: readonly string[];
  readonly unitId: string | null;
  /** Who brings it there by hand. */
  readonly keeperId: string | null;
  /** What the channel counted of it as a whole, until the end of a day; null: nothing. */
  readonly counts: { readonly reads: number; readonly shares: number; readonly on: string } | null;
}

const deskColumns = `${columns}, h.keeper_id as "keeperId", coalesce(s.teaser ->> 'title', s.title) as "storyTitle", c.unit_id as "unitId",
  array(select p.place_id::text from newsroom.story_places p where p.county_id = k.county_id and p.story_id = k.story_id) as "placeIds",
  (select json_build_object('reads', n.reads, 'shares', n.shares, 'on', n.on_day) from channels.copy_counts n where n.county_id = k.county_id and n.copy_id = k.id) as counts`;
const deskTables = `${tables} join newsroom.stories s on s.county_id = k.county_id and s.id = k.story_id
  join newsroom.sections c on c.county_id = k.county_id and c.id = s.section_id`;

/** The copies of a story, latest edition first. */
export const copiesOf = (tx: Tx, storyId: string): Promise<DeskCopy[]> =>
  tx.named<DeskCopy>(
    'channels.copies-of',
    `select ${deskColumns} from ${deskTables} where k.county_id = $1 and k.story_id = $2 order by k.edition_number desc, k.channel_id is not null, h.name`,
    [tx.countyId, storyId],
  );

/** One copy as the desk sees it, or undefined. */
export async function deskCopy(tx: Tx, id: string): Promise<DeskCopy | undefined> {
  const [row] = await tx.named<DeskCopy>(
    'channels.desk-copy',
    `select ${deskColumns} from ${deskTables} where k.county_id = $1 and k.id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** These copies as the desk sees them, without order; what is not there is left out. */
export const deskCopiesByIds = (tx: Tx, ids: readonly string[]): Promise<DeskCopy[]> =>
  tx.named<DeskCopy>(
    'channels.desk-copies',
    `select ${deskColumns} from ${deskTables} where k.county_id = $1 and k.id = any($2::uuid[])`,
    [tx.countyId, ids],
  );

/** The copies that wait for whoever keeps their channel, the oldest first: to be brought or taken down by hand, or because other words stand there. */
export const copiesInHandsOf = (tx: Tx, personId: string): Promise<DeskCopy[]> =>
  tx.named<DeskCopy>(
    'channels.in-hands',
    `select ${deskColumns} from ${deskTables} where k.county_id = $1 and h.keeper_id = $2 and ((h.carrier = 'person' and k.state in ('manual', 'withdrawing')) or k.state = 'drifted') order by k.changed_at limit 50`,
    [tx.countyId, personId],
  );

/** The copies in their pause, of editions whose last signature is this person's, the first to leave first. */
export const copiesInPauseOf = (tx: Tx, personId: string): Promise<DeskCopy[]> =>
  tx.named<DeskCopy>(
    'channels.in-pause',
    `select ${deskColumns} from ${deskTables}
       join newsroom.editions e on e.county_id = k.county_id and e.id = k.edition_id
       join newsroom.signatures g on g.county_id = e.county_id and g.id = e.signature_id
      where k.county_id = $1 and k.state = 'waiting' and k.waits_for = 'pause' and g.signer_id = $2 order by k.due_at, k.id limit 1000`,
    [tx.countyId, personId],
  );

const standing = `select ${columns} from ${tables} where k.county_id = $1 and k.story_id = $2 and k.state <> 'superseded' order by k.id`;

/** The copies of a story that still stand somewhere. */
export const standingCopies = (tx: Tx, storyId: string): Promise<Copy[]> =>
  tx.named<Copy>('channels.standing', standing, [tx.countyId, storyId]);

/** As `standingCopies`, locked. */
export const standingCopiesForUpdate = (tx: Tx, storyId: string): Promise<Copy[]> =>
  tx.named<Copy>('channels.standing-for-update', `${standing} for update of k`, [tx.countyId, storyId]);

const passed = `select ${columns} from ${tables} where k.county_id = $1 and k.story_id = $2 and k.state = 'superseded' and k.published_at is not null and k.channel_id is not null and k.problem is null order by k.id`;

/** The copies of earlier editions of a story that were there when a later one came, and that nobody took down since. */
export const passedCopies = (tx: Tx, storyId: string): Promise<Copy[]> =>
  tx.named<Copy>('channels.passed', passed, [tx.countyId, storyId]);

/** As `passedCopies`, locked. */
export const passedCopiesForUpdate = (tx: Tx, storyId: string): Promise<Copy[]> =>
  tx.named<Copy>('channels.passed-for-update', `${passed} for update of k`, [tx.countyId, storyId]);

/** A copy with no more than its state. */
export type Swept = Pick<Copy, 'id' | 'state'>;

/** The copies of a channel in one of these states that nobody has in hand, locked. */
export const waitingIn = (tx: Tx, channelId: string, states: readonly CopyState[]): Promise<Swept[]> =>
  tx.named<Swept>(
    'channels.waiting-in',
    'select id, state from channels.copies where county_id = $1 and channel_id = $2 and state = any($3::text[]) order by id for update',
    [tx.countyId, channelId, states],
  );

/** SQL of `channels.copies` for what did not arrive and was not given up: it failed, or is tried again later. What a channel's sweep says of its number and what it touches are this same. */
export const didNotArriveSql = `((state = 'failed' and problem is distinct from 'given-up') or (state = 'waiting' and waits_for in ('retry', 'breaker')))`;

/** The copies of a channel that did not arrive, or only those that were not sent because it was off (`owed`); locked. */
export const sweptCopies = (tx: Tx, channelId: string, of: 'owed' | 'troubled'): Promise<Swept[]> =>
  tx.named<Swept>(
    'channels.swept',
    `select id, state from channels.copies where county_id = $1 and channel_id = $2
       and ${didNotArriveSql} and ($3 = 'troubled' or problem = 'channel-off') order by id for update`,
    [tx.countyId, channelId, of],
  );

/** The latest copy of an earlier edition that stands in the same channel, also where no further try is made to recall it; or undefined. */
export async function formerCopy(tx: Tx, copy: Copy): Promise<Copy | undefined> {
  if (copy.editionNumber === 1) return undefined;
  const [row] = await tx.named<Copy>(
    'channels.former',
    `select ${columns} from ${tables} where k.county_id = $1 and k.story_id = $2 and k.channel_id = $3 and k.edition_number < $4 and (k.state in ('accepted', 'published', 'drifted') or (k.state = 'withdrawing' and k.due_at is null)) order by k.edition_number desc limit 1`,
    [tx.countyId, copy.storyId, copy.channelId, copy.editionNumber],
  );
  return row;
}

/** Whether a later edition has a copy in the same channel: this one is not sent any more. */
export async function hasLaterEdition(
  tx: Tx,
  copy: Pick<Copy, 'storyId' | 'channelId' | 'editionNumber'>,
): Promise<boolean> {
  const [later] = await tx.named(
    'channels.later-edition',
    `select 1 from channels.copies where county_id = $1 and story_id = $2 and channel_id = $3 and edition_number > $4 and state <> 'superseded' limit 1`,
    [tx.countyId, copy.storyId, copy.channelId, copy.editionNumber],
  );
  return later !== undefined;
}

/** Whether a later edition stands in its place in the same channel; what is there of later ones is locked, for somebody may be entering its receipt. */
export async function isFollowedThere(tx: Tx, copy: Copy): Promise<boolean> {
  const later = await tx.named<Pick<Copy, 'state'>>(
    'channels.later-for-update',
    'select state from channels.copies where county_id = $1 and story_id = $2 and channel_id = $3 and edition_number > $4 order by id for update',
    [tx.countyId, copy.storyId, copy.channelId, copy.editionNumber],
  );
  return later.some(stands);
}

/** Writes down whether a copy may stand at its channel though nothing was answered. */
export const noteMayBeThere = (tx: Tx, { id }: Pick<Copy, 'id'>, mayBeThere: boolean): Promise<unknown> =>
  tx.named('channels.may-be-there', 'update channels.copies set may_be_there = $3 where county_id = $1 and id = $2', [
    tx.countyId,
    id,
    mayBeThere,
  ]);

/** The story is public again: that a copy could not be taken down is no trouble any more. */
export const noteMayStand = (tx: Tx, { id }: Pick<Copy, 'id'>): Promise<unknown> =>
  tx.named(
    'channels.may-stand',
    'update channels.copies set problem = null, changed_at = $3 where county_id = $1 and id = $2',
    [tx.countyId, id, tx.at],
  );

/** The latest copy that a channel knows by this id, locked, or undefined. */
export async function copyByRemoteId(tx: Tx, channelId: string, remoteId: string): Promise<Copy | undefined> {
  const [row] = await tx.named<Copy>(
    'channels.copy-by-remote-id',
    `select ${columns} from ${tables} where k.county_id = $1 and k.channel_id = $2 and k.remote_id = $3 order by k.id desc limit 1 for update of k`,
    [tx.countyId, channelId, remoteId],
  );
  return row;
}

/** Copies whose turn it is to be read back, by real time: first those of which nobody knows yet what became of them, last those that were seen before. */
export const copiesToRead = (tx: Tx, realTime: Date, limit: number): Promise<Copy[]> =>
  tx.named<Copy>(
    'channels.to-read',
    `select ${columns} from ${tables} where k.county_id = $1 and k.look_at <= $2 order by k.state <> 'accepted', k.seen_at is not null, k.look_at limit $3`,
    [tx.countyId, realTime, limit],
  );

/** A copy, locked, or undefined. */
export async function copyForUpdate(tx: Tx, id: string): Promise<Copy | undefined> {
  const [row] = await tx.named<Copy>(
    'channels.copy-for-update',
    `select ${columns} from ${tables} where k.county_id = $1 and k.id = $2 for update of k`,
    [tx.countyId, id],
  );
  return row;
}

/** These copies, locked, by their id. */
export async function copiesForUpdate(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Copy>> {
  const rows = await tx.named<Copy>(
    'channels.copies-for-update',
    `select ${columns} from ${tables} where k.county_id = $1 and k.id = any($2::uuid[]) order by k.id for update of k`,
    [tx.countyId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Copies that need somebody, by their latest change: those that wait, failed or drifted, and those whose address does not answer. Null: whatever it is. */
export const troubledCopies = (
  tx: Tx,
  wanted: {
    state: CopyState | null;
    /** Of this channel. */
    channelId: string | null;
    search: string | null;
    within: readonly [number, number] | null;
    sort: 'newest' | 'oldest';
    after: { at: Date; id: string } | null;
    limit: number;
  },
): Promise<DeskCopy[]> => {
  const [past, direction] = wanted.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  return tx.named<DeskCopy>(
    `channels.troubled-${wanted.sort}`,
    `select ${deskColumns} from ${deskTables}
      where k.county_id = $1 and (k.state in ('planned', 'waiting', 'sending', 'manual', 'drifted', 'failed', 'withdrawing') or (k.problem is not null and (k.state = 'published' or (k.state = 'accepted' and (k.ended_at is not null or k.holds_on_at is not null))))) and k.problem is distinct from 'given-up'
        and ($9::uuid is null or k.channel_id = $9)
        and ($2::text is null or k.state = $2) and ($3::text is null or strpos(lower(coalesce(s.teaser ->> 'title', s.title)), lower($3)) > 0)
        and ($4::int is null or exists (select 1 from newsroom.story_places v join places.places w on w.county_id = v.county_id and w.id = v.place_id
              where v.county_id = k.county_id and v.story_id = k.story_id and w.lo between $4 and $5))
        and ($6::timestamptz is null or (k.changed_at, k.id) ${past} ($6, $7::uuid)) order by k.changed_at ${direction}, k.id ${direction} limit $8`,
    [
      tx.countyId,
      wanted.state,
      wanted.search,
      wanted.within?.[0] ?? null,
      wanted.within?.[1] ?? null,
      wanted.after?.at ?? null,
      wanted.after?.id ?? null,
      wanted.limit,
      wanted.channelId,
    ],
  );
};
