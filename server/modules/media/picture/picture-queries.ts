import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { consentsColumn } from '../consent/consent-state.ts';
import { saidColumns } from '../library/said.ts';
import type { Said } from '../library/said.ts';
import type { Named } from './address.ts';
import { mediaTypes } from './cuts.ts';
import type { Focus } from './cuts.ts';

/** A stored picture. Its words are what it was stored with; a text that shows it has words of its own. */
export interface Picture extends Said {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly alt: string;
  readonly focus: Focus;
}

/** The columns of a Picture, in a query whose first value is the county. */
export const pictureColumns = `hash, width, height, bytes, alt, json_build_object('x', focus_x, 'y', focus_y) as focus, ${saidColumns}, ${consentsColumn} as consents`;

/** The pictures of the county among these hashes, by hash. */
export async function picturesByHash(tx: Tx, hashes: readonly string[]): Promise<Map<string, Picture>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.named<Picture>(
    'media.pictures',
    `select ${pictureColumns} from media.pictures where county_id = $1 and hash = any($2)`,
    [tx.countyId, [...new Set(hashes)]],
  );
  return new Map(rows.map((row) => [row.hash, row]));
}

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
    `select ${pictureColumns} from media.pictures where county_id = $1 and hash = $2 for update`,
    [tx.countyId, hash],
  );
  return found(row);
}

/** What pages need of a picture beside what the text says: the point its cuts lie around, whether a machine made or changed it, whose it is and under which terms. */
export interface Showing extends Focus, Pick<Picture, 'machine' | 'rightsHolder' | 'licence'> {}

/** How these pictures are shown, by hash. */
export async function focusByHash(tx: Tx, hashes: readonly string[]): Promise<Map<string, Showing>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.named<{ hash: string } & Showing>(
    'media.focus',
    'select hash, focus_x as x, focus_y as y, machine, rights_holder as "rightsHolder", licence from media.pictures where county_id = $1 and hash = any($2)',
    [tx.countyId, [...new Set(hashes)]],
  );
  return new Map(rows.map(({ hash, ...showing }) => [hash, showing]));
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
