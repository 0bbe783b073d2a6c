import { cell } from '../kit/cell.ts';
import { allOf, put, remove, taken } from '../kit/device-store.ts';
import type { DraftAttachment } from '../newsroom/draft.ts';

/** An attachment on this phone: beside a draft (`kept`), told to the desk and on its way (`waiting`), or not taken (`refused`). Its bytes lie apart. */
export interface Attachment extends DraftAttachment {
  /** Whose it is; nobody else's session sends it. */
  readonly personId: string;
  /** Headline of the text it goes with. */
  readonly title: string;
  /** The story on the server; null: it is not told yet. */
  readonly storyId: string | null;
  readonly placeId: string | null;
  readonly state: 'kept' | 'waiting' | 'refused';
  /** Why the server did not take it; only when refused. */
  readonly reason?: string;
}

/** Every attachment on this phone, oldest first. */
export const attachments = cell<readonly Attachment[]>([]);
/** Whether this phone's storage was asked which there are. */
export const attachmentsRead = cell<boolean>(false);
/** How many bytes of an attachment the server has, as far as this page knows. */
export const arrivedOf = cell<ReadonlyMap<string, number>>(new Map());

/** Reads what an earlier visit or another window left; without storage the screen stays as it is. */
export async function openAttachments(): Promise<void> {
  const kept = (await allOf('attachments').catch(() => null)) as Attachment[] | null;
  if (kept) attachments.set(kept);
  attachmentsRead.set(true);
}

/** Keeps an attachment and, when they are new, its bytes; both are on the disk when this resolves. Throws when the phone has no room. */
export async function keepAttachment(attachment: Attachment, bytes?: Blob): Promise<void> {
  if (bytes) await put('attachment-bytes', attachment.id, bytes);
  await put('attachments', attachment.id, attachment);
  await openAttachments();
}

/** The attachment has arrived, or its owner gave it up. */
export async function dropAttachment(id: string): Promise<void> {
  await remove('attachments', id);
  await remove('attachment-bytes', id);
  await openAttachments();
}

/** The bytes of an attachment; undefined when this phone has them no more. */
export const attachmentBytes = async (id: string): Promise<Blob | undefined> =>
  (await taken('attachment-bytes', id)) as Blob | undefined;

/** The text has arrived: its attachments follow with what its draft says of them, a broken line or a closed browser between them. */
export async function letAttachmentsFollow(
  sent: readonly DraftAttachment[],
  storyId: string,
  title: string,
): Promise<void> {
  await openAttachments();
  for (const attachment of attachments.get()) {
    const said = sent.find(({ id }) => id === attachment.id);
    if (said && attachment.state === 'kept')
      await keepAttachment({ ...attachment, ...said, storyId, title, state: 'waiting' });
  }
}

/** What of this person follows a text, oldest first. */
export const attachmentsUnderWay = (all: readonly Attachment[], personId: string | undefined): Attachment[] =>
  all.filter((attachment) => attachment.personId === personId && attachment.state === 'waiting');

/** What of this person was not taken. */
export const attachmentsRefused = (all: readonly Attachment[], personId: string | undefined): Attachment[] =>
  all.filter((attachment) => attachment.personId === personId && attachment.state === 'refused');
