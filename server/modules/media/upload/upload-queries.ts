import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { MachineMark, MediaKind } from '../contract.ts';

/** Something that arrives in pieces. `arrived` of its `bytes` are here. */
export interface Upload {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly bytes: number;
  readonly arrived: number;
  readonly state: 'sending' | 'arrived' | 'kept' | 'refused';
  readonly fingerprint: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly placeId: string | null;
  readonly machine: MachineMark | null;
  readonly kind: MediaKind | null;
  /** Hash of a picture, id of a material. */
  readonly subject: string | null;
  readonly refusal: string | null;
  readonly refusalDetail: Record<string, unknown> | null;
  readonly beganAt: Date;
  readonly expiresAt: Date;
}

// 2^53 bytes are more than anybody sends.
const columns = `id, person_id as "personId", name, bytes::float8 as bytes, arrived::float8 as arrived, state, fingerprint, alt, caption, credit, place_id as "placeId", machine,
  kind, subject, refusal, refusal_detail as "refusalDetail", began_at as "beganAt", expires_at as "expiresAt"`;

/** A person's own upload. Refuses: NotFound (404), also for somebody else's. */
export async function ownUpload(tx: Tx, personId: string, id: string): Promise<Upload> {
  const [row] = await tx.named<Upload>(
    'media.own-upload',
    `select ${columns} from media.uploads where county_id = $1 and person_id = $2 and id = $3`,
    [tx.countyId, personId, id],
  );
  return found(row);
}

/** The upload, locked for a change; undefined when it is gone. */
export async function uploadForUpdate(tx: Tx, id: string): Promise<Upload | undefined> {
  const [row] = await tx.named<Upload>(
    'media.upload-for-update',
    `select ${columns} from media.uploads where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return row;
}

/** A person's uploads, latest first: those on their way, and those of the last days. */
export const ownUploads = (tx: Tx, personId: string): Promise<Upload[]> =>
  tx.named<Upload>(
    'media.own-uploads',
    `select ${columns} from media.uploads where county_id = $1 and person_id = $2 order by began_at desc, id desc limit 100`,
    [tx.countyId, personId],
  );

/** What a person has begun to send since a moment: bytes of all, and how many are not yet here. */
export async function sentSince(tx: Tx, personId: string, since: Date): Promise<{ bytes: number; open: number }> {
  const [row] = await tx.named<{ bytes: number; open: number }>(
    'media.sent-since',
    `select coalesce(sum(bytes) filter (where began_at >= $3), 0)::float8 as bytes, count(*) filter (where state = 'sending')::int as open
       from media.uploads where county_id = $1 and person_id = $2`,
    [tx.countyId, personId, since],
  );
  return row ?? { bytes: 0, open: 0 };
}

/** The pieces of an upload in their order. */
export const piecesOf = (tx: Tx, uploadId: string): Promise<{ id: string; bytes: number }[]> =>
  tx.named<{ id: string; bytes: number }>(
    'media.pieces',
    'select id, bytes from media.upload_pieces where county_id = $1 and upload_id = $2 order by from_byte',
    [tx.countyId, uploadId],
  );

/** What became of an upload, whosever it is; undefined when it is gone. */
export async function settledUpload(tx: Tx, id: string): Promise<Upload | undefined> {
  const [row] = await tx.named<Upload>(
    'media.settled-upload',
    `select ${columns} from media.uploads where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** How many bytes are here of what these people send under these fingerprints, by fingerprint; of two tries the one that came further. */
export async function arrivedBytes(
  tx: Tx,
  personIds: readonly string[],
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.named<{ fingerprint: string; arrived: number }>(
    'media.arrived-bytes',
    `select fingerprint, max(arrived)::float8 as arrived from media.uploads
      where county_id = $1 and person_id = any($2::uuid[]) and fingerprint = any($3) group by fingerprint`,
    [tx.countyId, personIds, fingerprints],
  );
  return new Map(rows.map((row) => [row.fingerprint, row.arrived]));
}
