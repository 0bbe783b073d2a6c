import { limits } from '@xiangyin/document';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { SuggestionView } from '../contract.ts';
import { storyById } from '../story/story-queries.ts';
import { suggestionsOf } from './suggestion-queries.ts';

/** Whose the suggestions at a story are, and since when; which of them are open, the working copy says. Refuses: NotFound (404) for a story they may not see. */
export async function readSuggestions(ctx: Ctx, actor: Actor, storyId: string): Promise<SuggestionView[]> {
  return ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'story.read', await storyById(tx, storyId));
    const rows = await suggestionsOf(tx, storyId, 2 * limits.suggestions);
    const names = await displayNames(tx, [...new Set(rows.map((one) => one.madeBy))]);
    return rows.map(({ id, madeBy, madeAt }) => ({
      id,
      by: { id: madeBy, name: names.get(madeBy) ?? '' },
      at: madeAt.toISOString(),
    }));
  });
}
