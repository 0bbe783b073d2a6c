import { arrivedBytes, materialViews } from '#media';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { refusalWords } from '#platform/http/problem';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { AttachmentView } from '../contract.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { fingerprintOf } from './attachment-queries.ts';
import type { Attachment } from './attachment-queries.ts';
import { mayRemoveAttachment } from './remove-attachment.ts';

/** Attachments of a story as somebody sees them: how far each has come, or what it became. */
export async function attachmentViews(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  attachments: readonly Attachment[],
): Promise<AttachmentView[]> {
  const senders = [...new Set(attachments.map((attachment) => attachment.sentBy))];
  const coming = attachments.filter((attachment) => attachment.materialId === null && attachment.refusal === null);
  const [names, materials, arrived] = await together(
    displayNames(tx, senders),
    materialViews(
      tx,
      actor,
      attachments.flatMap((attachment) => attachment.materialId ?? []),
    ),
    arrivedBytes(
      tx,
      senders,
      coming.map((attachment) => fingerprintOf(attachment.id)),
    ),
  );
  return attachments.map((attachment) => ({
    id: attachment.id,
    name: attachment.name,
    bytes: attachment.bytes,
    seconds: attachment.seconds,
    sentBy: { id: attachment.sentBy, name: names.get(attachment.sentBy) ?? '' },
    toldAt: attachment.toldAt.toISOString(),
    state: attachment.materialId ? 'here' : attachment.refusal ? 'refused' : 'coming',
    arrived: attachment.materialId
      ? attachment.bytes
      : Math.min(attachment.bytes, arrived.get(fingerprintOf(attachment.id)) ?? 0),
    refusal: attachment.refusal && wordsOf(tx, attachment.refusal, attachment.refusalDetail),
    material: (attachment.materialId && materials.get(attachment.materialId)) || null,
    mayRemove: mayRemoveAttachment(tx, actor, story, attachment),
  }));
}

const wordsOf = (tx: Tx, code: string, detail: Attachment['refusalDetail']): string =>
  refusalWords(tx.ctx.app.wording, tx.ctx.tag, { code, detail: detail ?? {} });
