import { mustHaveStorageLeft } from '#media';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import { soundType } from './sound-type.ts';
import type { SoundType } from './sound-type.ts';
import { voiceNoteById, voiceNotesOf } from './voice-queries.ts';
import type { VoiceNote } from './voice-queries.ts';

/** A recording as the device sends it. */
export interface NewVoiceNote {
  /** Made on the device. */
  id: string;
  storyId: string;
  bytes: Buffer;
  seconds: number;
}

/** What one recording may weigh: ten minutes of speech are two megabytes. */
export const mostBytes = 5 * 1024 * 1024;
/** How many recordings one story may have. */
export const mostNotes = 10;

/** Keeps a voice note with its story, as it was sent. The same id again is the same note. Not to be called inside a transaction: it writes a file.
 *  Refuses: NotASound (415) for anything but a telephone's recording, TooLarge (413), TooManyVoiceNotes (422) beyond ten for a story, Conflict (409) for an id that is another note's, CountyStorageReached (507). */
export async function sendVoiceNote(ctx: Ctx, actor: Actor, sent: NewVoiceNote): Promise<VoiceNote> {
  const known = await ctx.transaction((tx) => mayBeAdded(tx, actor, sent, false));
  if (known) return known;
  if (sent.bytes.length > mostBytes) refuse('TooLarge', { megabytes: mostBytes / 1024 / 1024 });
  const mediaType = soundType(sent.bytes) ?? refuse('NotASound');
  await ctx.transaction((tx) => mustHaveStorageLeft(tx, sent.bytes.length));
  const fileHash = await ctx.app.files.put(ctx.county.id, sent.bytes);
  return ctx.transaction(
    async (tx) => (await mayBeAdded(tx, actor, sent, true)) ?? add(tx, actor, sent, mediaType, fileHash),
  );
}

// Asked before the file is written and again, with the story locked, before the row is: ten at once are still ten.
async function mayBeAdded(tx: Tx, actor: Actor, sent: NewVoiceNote, locked: boolean): Promise<VoiceNote | undefined> {
  const story = locked ? await storyForUpdate(tx, sent.storyId) : await storyById(tx, sent.storyId);
  mustSee(tx, actor, 'story.read', story);
  const known = await voiceNoteById(tx, sent.id);
  if (known?.storyId === sent.storyId && known.sentBy === actor.id) return known;
  must(tx, actor, 'story.edit', story);
  if (known) refuse('Conflict');
  if ((await voiceNotesOf(tx, story.id)).length >= mostNotes) refuse('TooManyVoiceNotes', { most: mostNotes });
  return undefined;
}

async function add(
  tx: Tx,
  actor: Actor,
  sent: NewVoiceNote,
  mediaType: SoundType,
  fileHash: string,
): Promise<VoiceNote> {
  const story = await storyById(tx, sent.storyId);
  await tx.named(
    'newsroom.add-voice-note',
    'insert into newsroom.voice_notes (county_id, id, story_id, file_hash, media_type, bytes, seconds, sent_by, sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.countyId, sent.id, story.id, fileHash, mediaType, sent.bytes.length, sent.seconds, actor.id, tx.at],
  );
  await audit(tx, actor, {
    act: 'voice-note.send',
    noun: 'story',
    subjectId: story.id,
    placeId: placeOf(story),
    detail: { bytes: sent.bytes.length, seconds: sent.seconds },
  });
  return (await voiceNoteById(tx, sent.id)) ?? refuse('NotFound');
}
