import { countCharacters, difference, parseStoryText, type Difference } from '@xiangyin/document';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { ChangesBesideView } from '../contract.ts';
import { revisionById } from '../story/revision.ts';
import { isInWork } from '../story/states.ts';
import { storyById } from '../story/story-queries.ts';
import { draftOf, piecesOf, writersOf } from './draft-queries.ts';
import { workingCopies } from './working-copies.ts';

const nothing: ChangesBesideView = { writers: [], places: 0, added: 0, removed: 0, suggestions: 0 };

/** What is being written beside the present version and was not handed in yet: by whom, and how much. Refuses: NotFound (404) for a story they may not see. */
export async function readChangesBeside(ctx: Ctx, actor: Actor, storyId: string): Promise<ChangesBesideView> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const draft = isInWork(story.state) ? await draftOf(tx, story.id) : undefined;
    if (!draft) return nothing;
    const { readSuggested, workingCopyFrom } = await workingCopies();
    const doc = workingCopyFrom(piecesOf(draft));
    const { text, suggestions } = readSuggested(doc, story.language);
    doc.destroy();
    const writers = writersOf(draft);
    if (writers.length === 0) return { ...nothing, suggestions: suggestions.size };
    const names = await displayNames(tx, writers);
    // Too long a headline is no text yet; that somebody writes is true all the same.
    const now = parseStoryText(text, { draft: true });
    const before = found(await revisionById(tx, story.revisionId));
    const changes = now.ok ? amountOf(difference(before.text, now.text)) : { places: 0, added: 0, removed: 0 };
    return {
      ...changes,
      suggestions: suggestions.size,
      // Whoever took back what they wrote changes nothing.
      writers: now.ok && changes.places === 0 ? [] : writers.map((id) => ({ id, name: names.get(id) ?? '' })),
    };
  });
}

function amountOf({ blocks, changeCount }: Difference): Pick<ChangesBesideView, 'places' | 'added' | 'removed'> {
  const runs = blocks.flatMap((block) => block.runs);
  const characters = (kind: 'ins' | 'del'): number =>
    runs.reduce((sum, run) => sum + (run.kind === kind ? countCharacters(run.text) : 0), 0);
  return { places: changeCount, added: characters('ins'), removed: characters('del') };
}
