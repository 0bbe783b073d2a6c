import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { SignatureLine } from '../contract.ts';
import { storyById } from '../story/story-queries.ts';
import { signatureLines } from './signature-queries.ts';

/** Every signature of a story that the asker may see, oldest first. */
export const readSignatures = (ctx: Ctx, actor: Actor, storyId: string): Promise<SignatureLine[]> =>
  ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    return signatureLines(tx, story);
  });
