import { settledUpload } from '#media';
import type { Tx } from '#platform/transaction';
import { attachmentIn } from './attachment-queries.ts';

/** All of an upload is here: if it is an attachment that its sender told of, it stands beside its story from now on, or says why nothing could be made of it. Anything else is left alone. */
export async function settleAttachment(tx: Tx, uploadId: string): Promise<void> {
  const upload = await settledUpload(tx, uploadId);
  const attachmentId = upload && attachmentIn(upload.fingerprint);
  if (!attachmentId) return;
  const isAttachment = upload.kind !== null && upload.kind !== 'picture';
  const refusal = upload.refusal ?? (isAttachment ? null : 'NotAttachable');
  await tx.named(
    'newsroom.settle-attachment',
    `update newsroom.attachments set material_id = $4, refusal = $5, refusal_detail = $6, settled_at = $7
      where county_id = $1 and id = $2 and sent_by = $3 and material_id is null`,
    [
      tx.countyId,
      attachmentId,
      upload.personId,
      isAttachment ? upload.subject : null,
      refusal,
      upload.refusalDetail && JSON.stringify(upload.refusalDetail),
      tx.at,
    ],
  );
}
