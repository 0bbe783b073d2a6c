import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { may, must, mustSee } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOf, storyById } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { heardNote } from './voice-queries.ts';
import type { VoiceNote } from './voice-queries.ts';

/** Whether the person may take a voice note away: it is their own voice, or they write at the text. */
export const mayRemoveNote = (tx: Tx, actor: Actor, story: StoryRow, note: VoiceNote): boolean =>
  note.sentBy === actor.id || may(tx, actor, 'story.edit', story);

/** Takes a voice note away: from now on nobody hears it, and within the hour its file is gone. Refuses: NotFound (404), Forbidden (403). */
export async function removeVoiceNote(
  ctx: Ctx,
  actor: Actor,
  request: { storyId: string; noteId: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const story = await storyById(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    const note = await heardNote(tx, story.id, request.noteId);
    if (!mayRemoveNote(tx, actor, story, note)) must(tx, actor, 'story.edit', story);
    await tx.named(
      'newsroom.remove-voice-note',
      'update newsroom.voice_notes set removed_at = $3 where county_id = $1 and id = $2',
      [tx.countyId, note.id, tx.at],
    );
    await audit(tx, actor, {
      act: 'voice-note.remove',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { seconds: note.seconds },
    });
  });
}
