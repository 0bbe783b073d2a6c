import type { Actor } from '#platform/actor';
import { must, mustSee } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import { storyById } from '../story/story-queries.ts';
import { checkProof } from './check-proof.ts';
import type { ProofReport } from './check-proof.ts';
import { storedProof } from './stored-evidence.ts';

/** Checks every signature and edition of a story from the stored bytes, now. */
export const verifyStory = (ctx: Ctx, actor: Actor, storyId: string): Promise<ProofReport> =>
  ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.verify', story);
    return checkProof(await storedProof(tx, storyId));
  });
