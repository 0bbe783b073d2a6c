import type { MaterialKind } from '@xiangyin/server/contract';
import type { TextKey } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { keepAttachment } from '../outbox/attachment.ts';
import type { Draft, DraftAttachment } from './draft.ts';

/** As the server takes them: of a recording about a quarter of an hour of a telephone's film. */
const mostBytes = { video: 2 * 1024 ** 3, audio: 2 * 1024 ** 3, document: 100 * 1024 ** 2 } as const;
/** By their names, for telephones that say nothing else of a file. */
const endings = {
  document: /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp)$/i,
  audio: /\.(?:mp3|m4a|aac|wav|ogg|oga|opus|flac|amr)$/i,
  video: /\.(?:mp4|m4v|mov|webm|mkv|avi|3gp)$/i,
} as const;
const patienceMilliseconds = 5_000;

/** Puts an attachment that was chosen or made just now on this phone's disk, for the text it goes with. Answers what the draft says of it, or why it stays out. */
export async function takeAttachment(file: File, draft: Draft): Promise<DraftAttachment | TextKey> {
  const kind = kindOf(file);
  if (!kind) return 'attachment.none';
  if (file.size > mostBytes[kind])
    return kind === 'document' ? 'attachment.document.too-large' : 'attachment.too-large';
  if (file.size === 0) return 'attachment.none';
  if (!(await hasRoom(file.size))) return 'attachment.no-room';
  const attachment: DraftAttachment = {
    id: newId(),
    kind,
    name: file.name.slice(-200) || kind,
    bytes: file.size,
    seconds: kind === 'document' ? null : await lengthOf(file),
    credit: '',
  };
  const { personId, title, placeId } = draft;
  try {
    await keepAttachment({ ...attachment, personId, title, placeId, storyId: null, state: 'kept' }, file);
  } catch {
    return 'attachment.no-room';
  }
  return attachment;
}

function kindOf({ type, name }: File): MaterialKind | undefined {
  if (type.startsWith('video/')) return 'video';
  if (type.startsWith('audio/')) return 'audio';
  return (['document', 'audio', 'video'] as const).find((kind) => endings[kind].test(name));
}

// Asked first: a phone that runs out of room half way may take a minute to say so.
async function hasRoom(bytes: number): Promise<boolean> {
  if (!('storage' in navigator) || !('estimate' in navigator.storage)) return true;
  const { quota, usage } = await navigator.storage.estimate().catch((): StorageEstimate => ({}));
  return quota === undefined || usage === undefined || quota - usage > bytes * 1.05;
}

function lengthOf(file: File): Promise<number | null> {
  const address = URL.createObjectURL(file);
  const video = document.createElement('video');
  return new Promise<number | null>((done) => {
    const timer = setTimeout(() => done(null), patienceMilliseconds);
    const tell = (): void => {
      clearTimeout(timer);
      done(Number.isFinite(video.duration) ? Math.min(7_200, Math.round(video.duration)) : null);
    };
    video.addEventListener('loadedmetadata', tell);
    video.addEventListener('error', tell);
    video.preload = 'metadata';
    video.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}
