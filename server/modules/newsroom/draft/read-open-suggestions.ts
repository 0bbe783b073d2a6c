import { limits } from '@xiangyin/document';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { OpenSuggestionsView } from '../contract.ts';
import { isInWork } from '../story/states.ts';
import { storyById } from '../story/story-queries.ts';
import { draftOf, piecesOf } from './draft-queries.ts';
import { suggestionsOf } from './suggestion-queries.ts';
import { workingCopies } from './working-copies.ts';

// More lines than a reviewer reads; whoever settles them sees all in the editor.
const most = 200;

/** What is suggested in the working copy and was not settled yet, line by line, with whose it is. Refuses: NotFound (404) for a story they may not see. */
export async function readOpenSuggestions(ctx: Ctx, actor: Actor, storyId: string): Promise<OpenSuggestionsView> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const draft = isInWork(story.state) ? await draftOf(tx, story.id) : undefined;
    if (!draft) return { items: [], total: 0 };
    const { sharedTypes, suggestedPassages, workingCopyFrom } = await workingCopies();
    const doc = workingCopyFrom(piecesOf(draft));
    const passages = suggestedPassages(sharedTypes(doc));
    doc.destroy();
    if (passages.length === 0) return { items: [], total: 0 };
    const rows = await suggestionsOf(tx, story.id, 2 * limits.suggestions);
    const names = await displayNames(tx, [...new Set(rows.map((one) => one.madeBy))]);
    const makers = new Map(rows.map((one) => [one.id, one]));
    const items = passages.slice(0, most).map(({ part, runs }) => ({
      part,
      runs: runs.map(({ suggestionId, ...run }) => {
        const maker = suggestionId === null ? undefined : makers.get(suggestionId);
        return {
          ...run,
          by: maker ? { id: maker.madeBy, name: names.get(maker.madeBy) ?? '' } : null,
          at: maker?.madeAt.toISOString() ?? null,
        };
      }),
    }));
    return { items, total: passages.length };
  });
}
