import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Named } from './address.ts';
import { mediaTypes } from './cuts.ts';
import type { Focus } from './cuts.ts';

/** A stored picture. Its words are what it was stored with; a text that shows it has words of its own. */
export interface Picture {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly placeId: string | null;
  readonly storedBy: string | null;
  readonly madeAt: Date;
  readonly version: number;
  readonly focus: Focus;
}

const columns = `hash, width, height, bytes, alt, caption, credit, place_id as "placeId", stored_by as "storedBy", made_at as "madeAt", version,
  json_build_object('x', focus_x, 'y', focus_y) as focus`;

/** The pictures of the county among these hashes, by hash. */
export async function picturesByHash(tx: Tx, hashes: readonly string[]): Promise<Map<string, Picture>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.named<Picture>(
    'media.pictures',
    `select ${columns} from media.pictures where county_id = $1 and hash = any($2)`,
    [tx.countyId, [...new Set(hashes)]],
  );
  return new Map(rows.map((row) => [row.hash, row]));
}

/** Pictures by when they were stored; `search` in their words. Null: whatever it is. */
export const pictureList = (
  tx: Tx,
  wanted: {
    search: string | null;
    withoutAlt: boolean;
    within: readonly [number, number] | null;
    sort: 'newest' | 'oldest';
    after: { at: Date; id: string } | null;
    limit: number;
  },
): Promise<Picture[]> => {
  const [past, direction] = wanted.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  return tx.named<Picture>(
    `media.picture-list-${wanted.sort}`,
    `select ${columns} from media.pictures where county_id = $1 and ($2::text is null or strpos(lower(alt || ' ' || caption || ' ' || credit), lower($2)) > 0)
       and (not $3 or alt = '') and ($4::int is null or place_id = any(array(select p.id from places.places p where p.county_id = $1 and p.lo between $4 and $5)))
       and ($6::timestamptz is null or (made_at, hash) ${past} ($6, $7)) order by made_at ${direction}, hash ${direction} limit $8`,
    [
      tx.countyId,
      wanted.search,
      wanted.withoutAlt,
      wanted.within?.[0] ?? null,
      wanted.within?.[1] ?? null,
      wanted.after?.at ?? null,
      wanted.after?.id ?? null,
      wanted.limit,
    ],
  );
};

/** How many bytes a person has stored since a moment. */
export async function storedSince(tx: Tx, personId: string, since: Date): Promise<number> {
  const [row] = await tx.named<{ bytes: number }>(
    'media.stored-since',
    'select coalesce(sum(bytes), 0) as bytes from media.pictures where county_id = $1 and stored_by = $2 and made_at >= $3',
    [tx.countyId, personId, since],
  );
  return row?.bytes ?? 0;
}

/** The picture, locked for a change. Refuses: NotFound (404). */
export async function pictureForUpdate(tx: Tx, hash: string): Promise<Picture> {
  const [row] = await tx.named<Picture>(
    'media.picture-for-update',
    `select ${columns} from media.pictures where county_id = $1 and hash = $2 for update`,
    [tx.countyId, hash],
  );
  return found(row);
}

/** Around which points these pictures are cut, by hash. */
export async function focusByHash(tx: Tx, hashes: readonly string[]): Promise<Map<string, Focus>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.named<{ hash: string; x: number; y: number }>(
    'media.focus',
    'select hash, focus_x as x, focus_y as y from media.pictures where county_id = $1 and hash = any($2)',
    [tx.countyId, [...new Set(hashes)]],
  );
  return new Map(rows.map(({ hash, x, y }) => [hash, { x, y }]));
}

/** The file of a picture (null: the stored original), or undefined when there is none. */
export async function fileOf(
  tx: Tx,
  hash: string,
  named: Named | null,
): Promise<{ fileHash: string; mediaType: string } | undefined> {
  const [row] =
    named === null
      ? await tx.named<{ fileHash: string; mediaType: string }>(
          'media.original',
          `select hash as "fileHash", 'image/jpeg' as "mediaType" from media.pictures where county_id = $1 and hash = $2`,
          [tx.countyId, hash],
        )
      : await tx.named<{ fileHash: string; mediaType: string }>(
          'media.rendition',
          `select file_hash as "fileHash", media_type as "mediaType" from media.renditions
            where county_id = $1 and picture_hash = $2 and cut = $3 and focus_x = $4 and focus_y = $5 and width = $6 and media_type = $7`,
          [tx.countyId, hash, named.cut, named.focus.x, named.focus.y, named.width, mediaTypes[named.format]],
        );
  return row;
}
