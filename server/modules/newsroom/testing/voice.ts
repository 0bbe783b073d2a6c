import { systemActor } from '#platform/actor';
import { newId } from '#platform/ids';
import type { Ctx } from '#platform/transaction';
import { storyById } from '../story/story-queries.ts';
import { sendVoiceNote } from '../voice/send-voice-note.ts';

/** The beginning of what Chrome records, with something behind it that makes each different. */
export const aRecording = (said = '喂', codec = 'A_OPUS'): Buffer =>
  Buffer.concat([
    Buffer.from(
      '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff',
      'hex',
    ),
    Buffer.from(`\x86\x86${codec}`, 'latin1'),
    Buffer.from(said),
  ]);

/** A voice note of a story, by its author; answers its id. */
export async function addTestVoiceNote(ctx: Ctx, storyId: string): Promise<string> {
  const authorId = await ctx.transaction(async (tx) => (await storyById(tx, storyId)).authorId);
  const actor = { ...systemActor('test-filler'), id: authorId };
  const { id } = await sendVoiceNote(ctx, actor, {
    id: newId<'voice-note'>(),
    storyId,
    bytes: aRecording(storyId),
    seconds: 12,
  });
  return id;
}
