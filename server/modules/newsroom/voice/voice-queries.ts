import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { SoundType } from './sound-type.ts';

/** A stored voice note. */
export interface VoiceNote {
  readonly id: string;
  readonly storyId: string;
  readonly fileHash: string;
  readonly mediaType: SoundType;
  readonly bytes: number;
  readonly seconds: number;
  readonly sentBy: string;
  readonly sentAt: Date;
  readonly removedAt: Date | null;
}

const columns =
  'id, story_id as "storyId", file_hash as "fileHash", media_type as "mediaType", bytes, seconds, sent_by as "sentBy", sent_at as "sentAt", removed_at as "removedAt"';

/** The voice notes of a story that can be heard, oldest first. */
export const voiceNotesOf = (tx: Tx, storyId: string): Promise<VoiceNote[]> =>
  tx.named(
    'newsroom.voice-notes',
    `select ${columns} from newsroom.voice_notes where county_id = $1 and story_id = $2 and removed_at is null order by sent_at, id`,
    [tx.countyId, storyId],
  );

/** The voice note with this id, removed ones too, or undefined. */
export async function voiceNoteById(tx: Tx, id: string): Promise<VoiceNote | undefined> {
  const [row] = await tx.named<VoiceNote>(
    'newsroom.voice-note',
    `select ${columns} from newsroom.voice_notes where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** A voice note of this story that can be heard, or 404. */
export async function heardNote(tx: Tx, storyId: string, id: string): Promise<VoiceNote> {
  const note = found(await voiceNoteById(tx, id));
  return found(note.storyId === storyId && note.removedAt === null ? note : undefined);
}

/** Bytes of the county's voice notes, with those whose files are about to go. */
export async function voiceBytes(tx: Tx): Promise<number> {
  const [row] = await tx.named<{ bytes: number }>(
    'newsroom.voice-bytes',
    'select coalesce(sum(bytes), 0)::float8 as bytes from newsroom.voice_notes where county_id = $1',
    [tx.countyId],
  );
  return row?.bytes ?? 0;
}
