import type { Tx } from '#platform/transaction';

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
}

const columns =
  'hash, width, height, bytes, alt, caption, credit, place_id as "placeId", stored_by as "storedBy", made_at as "madeAt"';

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

/** The file that holds a picture at a width (null: the original), or undefined. */
export async function fileOf(
  tx: Tx,
  hash: string,
  width: number | null,
): Promise<{ fileHash: string; mediaType: string } | undefined> {
  const sql =
    width === null
      ? `select hash as "fileHash", 'image/jpeg' as "mediaType" from media.pictures where county_id = $1 and hash = $2 and $3::integer is null`
      : 'select file_hash as "fileHash", media_type as "mediaType" from media.renditions where county_id = $1 and picture_hash = $2 and width = $3';
  const [row] = await tx.named<{ fileHash: string; mediaType: string }>(
    width === null ? 'media.original' : 'media.rendition',
    sql,
    [tx.countyId, hash, width],
  );
  return row;
}
