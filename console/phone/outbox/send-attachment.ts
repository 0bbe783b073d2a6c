import type { AttachmentListView, UploadView } from '@xiangyin/server/contract';
import { read, speakTus } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { Problem } from '../kit/problem.ts';
import { sendConsents } from '../newsroom/send-consents.ts';
import { arrivedOf, attachmentBytes, attachments, type Attachment } from './attachment.ts';

const kibibyte = 1024;
const [smallest, largest] = [64 * kibibyte, 8 * kibibyte * kibibyte];
/** A piece should take about so long: what a broken line costs at most. */
const [short, long] = [4_000, 15_000];
/** How many bytes the line carries at once; learned while sending, from a poor line's measure on. */
let pieceBytes = 256 * kibibyte;

/** Sends what the server does not have of an attachment yet. Resolves when all of it is there, or when its owner gave it up meanwhile; throws Problem. */
export async function sendAttachment(attachment: Attachment): Promise<void> {
  if (await settled(attachment)) return;
  const bytes = await attachmentBytes(attachment.id);
  if (!bytes) throw new Problem('AttachmentLost', 410, say('attachment.lost'));
  const upload = (await begunUpload(attachment)) ?? (await begin(attachment));
  for (let at = upload.arrived; at < attachment.bytes; at = await sendPiece(upload.id, attachment, bytes, at)) {
    if (!attachments.get().some(({ id }) => id === attachment.id)) return;
    tellArrived(attachment, at);
  }
  tellArrived(attachment, attachment.bytes);
  // A large one is put away by the desk's own machine in a moment; who agreed is noted at what it became.
  if (attachment.agreed && !(await settled(attachment)))
    throw new Problem('AttachmentUnsettled', 503, say('attachment.following'));
}

// Whether the library has it, and who agreed. Whoever looks after the text may have taken the attachment from it, or the text away.
async function settled(attachment: Attachment): Promise<boolean> {
  const told = (await toldOf(attachment.storyId ?? '')).find(({ id }) => id === attachment.id);
  if (!told) throw new Problem('AttachmentUnwanted', 410, say('attachment.unwanted'));
  if (told.state === 'refused') throw new Problem('AttachmentRefused', 422, told.refusal ?? say('attachment.failed'));
  if (told.material && attachment.agreed)
    await sendConsents(`/materials/${told.material.id}`, attachment.agreed, attachment.id);
  return told.state === 'here';
}

async function toldOf(storyId: string): Promise<AttachmentListView['items']> {
  try {
    return (await read<AttachmentListView>(`/stories/${storyId}/attachments`)).items;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return [];
    throw error;
  }
}

const fingerprintOf = (attachment: Attachment): string => `attachment:${attachment.id}`;

// The server knows what was begun, also from before this phone was switched off.
async function begunUpload(attachment: Attachment): Promise<UploadView | undefined> {
  const { items } = await read<{ items: UploadView[] }>('/uploads');
  return items.find(
    (one) => one.fingerprint === fingerprintOf(attachment) && (one.state === 'sending' || one.state === 'arrived'),
  );
}

const begin = (attachment: Attachment): Promise<UploadView> =>
  speakTus<UploadView>('POST', '/uploads', {
    'upload-length': String(attachment.bytes),
    'upload-metadata': Object.entries({
      filename: filenameOf(attachment),
      fingerprint: fingerprintOf(attachment),
      ...(attachment.placeId ? { placeId: attachment.placeId } : {}),
      ...(attachment.machine ? { machine: attachment.machine } : {}),
      ...(attachment.credit.trim() ? { credit: attachment.credit.trim() } : {}),
    })
      .map(([name, words]) => `${name} ${base64(words)}`)
      .join(','),
  });

// In the library a recording is called as its story, not as the telephone counts; a document as its writer called it.
const filenameOf = ({ title, name, kind }: Attachment): string =>
  kind === 'document'
    ? name
    : `${title.slice(0, 150) || name.slice(0, 150)}${/\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? ''}`;

const base64 = (words: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(words)));

async function sendPiece(uploadId: string, attachment: Attachment, bytes: Blob, at: number): Promise<number> {
  const until = Math.min(attachment.bytes, at + pieceBytes);
  // Read before it is sent: not every browser sends what lies in its storage.
  const piece = await bytes.slice(at, until).arrayBuffer();
  const began = performance.now();
  try {
    await speakTus('PATCH', `/uploads/${uploadId}`, { 'upload-offset': String(at) }, piece);
  } catch (error) {
    // The answer was lost on the way, or an earlier piece was: the server says where it stands.
    if (error instanceof Problem && error.code === 'UploadMoved' && typeof error.detail['arrived'] === 'number')
      return error.detail['arrived'];
    pieceBytes = Math.max(smallest, pieceBytes / 2);
    throw error;
  }
  learn(performance.now() - began);
  return until;
}

function learn(took: number): void {
  if (took < short) pieceBytes = Math.min(largest, pieceBytes * 2);
  else if (took > long) pieceBytes = Math.max(smallest, pieceBytes / 2);
}

const tellArrived = (attachment: Attachment, at: number): void =>
  arrivedOf.set(new Map(arrivedOf.get()).set(attachment.id, at));
