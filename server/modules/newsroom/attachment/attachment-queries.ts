import type { Tx } from '#platform/transaction';

/** An attachment that goes with a story, told before its bytes. */
export interface Attachment {
  readonly id: string;
  readonly storyId: string;
  readonly name: string;
  readonly bytes: number;
  readonly seconds: number | null;
  readonly sentBy: string;
  readonly toldAt: Date;
  readonly materialId: string | null;
  readonly refusal: string | null;
  readonly refusalDetail: Record<string, unknown> | null;
}

const columns = `id, story_id as "storyId", name, bytes::float8 as bytes, seconds, sent_by as "sentBy", told_at as "toldAt", material_id as "materialId",
  refusal, refusal_detail as "refusalDetail"`;

/** By which the upload of an attachment says what it is. */
export const fingerprintOf = (attachmentId: string): string => `attachment:${attachmentId}`;
/** The attachment that a fingerprint names; undefined for anything else that is sent. */
export const attachmentIn = (fingerprint: string): string | undefined =>
  /^attachment:([0-9a-f-]{36})$/.exec(fingerprint)?.[1];

/** The attachments of a story in the order in which they were told. */
export const attachmentsOf = (tx: Tx, storyId: string): Promise<Attachment[]> =>
  tx.named<Attachment>(
    'newsroom.attachments',
    `select ${columns} from newsroom.attachments where county_id = $1 and story_id = $2 order by told_at, id`,
    [tx.countyId, storyId],
  );

/** The attachment with this id, or undefined. */
export async function attachmentById(tx: Tx, id: string): Promise<Attachment | undefined> {
  const [row] = await tx.named<Attachment>(
    'newsroom.attachment',
    `select ${columns} from newsroom.attachments where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return row;
}
