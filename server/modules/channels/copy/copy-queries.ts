import type { Tx } from '#platform/transaction';
import type { CopyState } from './states.ts';

/** A copy of an edition in a channel. */
export interface Copy {
  readonly id: string;
  readonly storyId: string;
  readonly editionId: string;
  readonly editionNumber: number;
  readonly channel: string;
  readonly state: CopyState;
  readonly remoteId: string | null;
  readonly address: string | null;
  readonly hashSent: string;
  readonly hashSeen: string | null;
  readonly receipt: Record<string, unknown> | null;
  readonly looks: number;
  readonly problem: string | null;
  readonly lookAt: Date | null;
  readonly plannedAt: Date;
  readonly publishedAt: Date | null;
  readonly seenAt: Date | null;
  readonly changedAt: Date;
}

const columns = `id, story_id as "storyId", edition_id as "editionId", edition_number as "editionNumber", channel, state, remote_id as "remoteId", address, hash_sent as "hashSent", hash_seen as "hashSeen", receipt, looks, problem,
  look_at as "lookAt", planned_at as "plannedAt", published_at as "publishedAt", seen_at as "seenAt", changed_at as "changedAt"`;

/** A copy with what the desk must know of its story: its headline, and where it belongs for the question who may act. */
export interface DeskCopy extends Copy {
  readonly storyTitle: string;
  readonly placeIds: readonly string[];
  readonly unitId: string | null;
}

const deskColumns = `${columns
  .split(',')
  .map((column) => `k.${column.trim()}`)
  .join(', ')}, coalesce(s.teaser ->> 'title', s.title) as "storyTitle", c.unit_id as "unitId",
  array(select p.place_id::text from newsroom.story_places p where p.county_id = k.county_id and p.story_id = k.story_id) as "placeIds"`;
const deskTables = `channels.copies k join newsroom.stories s on s.county_id = k.county_id and s.id = k.story_id
  join newsroom.sections c on c.county_id = k.county_id and c.id = s.section_id`;

/** The copies of a story, latest edition first. */
export const copiesOf = (tx: Tx, storyId: string): Promise<DeskCopy[]> =>
  tx.named<DeskCopy>(
    'channels.copies-of',
    `select ${deskColumns} from ${deskTables} where k.county_id = $1 and k.story_id = $2 order by k.edition_number desc, k.channel`,
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

/** The copies of a story that still stand somewhere, locked. */
export const standingCopies = (tx: Tx, storyId: string): Promise<Copy[]> =>
  tx.named<Copy>(
    'channels.standing',
    `select ${columns} from channels.copies where county_id = $1 and story_id = $2 and state <> 'superseded' order by id for update`,
    [tx.countyId, storyId],
  );

/** Copies whose turn it is to be read back, by real time. */
export const copiesToRead = (tx: Tx, realTime: Date, limit: number): Promise<Copy[]> =>
  tx.named<Copy>(
    'channels.to-read',
    `select ${columns} from channels.copies where county_id = $1 and look_at <= $2 order by look_at limit $3`,
    [tx.countyId, realTime, limit],
  );

/** A copy, locked, or undefined. */
export async function copyForUpdate(tx: Tx, id: string): Promise<Copy | undefined> {
  const [row] = await tx.named<Copy>(
    'channels.copy-for-update',
    `select ${columns} from channels.copies where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return row;
}

/** Copies that need somebody, by their latest change: those that wait, failed or drifted, and those whose address does not answer. Null: whatever it is. */
export const troubledCopies = (
  tx: Tx,
  wanted: {
    state: CopyState | null;
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
      where k.county_id = $1 and (k.state in ('planned', 'waiting', 'sending', 'manual', 'drifted', 'failed', 'withdrawing') or (k.state = 'published' and k.problem is not null))
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
    ],
  );
};
