import { textHash, type StoryText } from '@xiangyin/document';
import type { StoryView } from '@xiangyin/server/contract';
import { partsOf, textOf } from './draft-text.ts';
import type { Draft } from './draft.ts';

type AtDesk = Pick<StoryView, 'version' | 'textHash' | 'text'>;

/** The two texts, where the desk has a newer one than the draft was begun on, and it says something else: handed in as it is, the draft would be refused however often it is sent. Null: there is nothing to decide. */
export function newerAtDesk(draft: Draft, story: AtDesk): { desk: StoryText; mine: StoryText } | null {
  if (!draft.revises || story.version <= draft.revises.version) return null;
  const mine = textOf(draft);
  if (!mine.ok || textHash(mine.text) === story.textHash) return null;
  return { desk: story.text as StoryText, mine: mine.text };
}

/** The draft stands, and is handed in over what the desk has now; the desk keeps every version. */
export const overDesk = ({ revises }: Draft, { version }: AtDesk): Pick<Draft, 'revises'> => ({
  revises: revises && { ...revises, version },
});

/** The draft goes on from what the desk has now. */
export function asAtDesk(draft: Draft, story: AtDesk): Pick<Draft, 'revises' | 'title' | 'deck' | 'parts'> {
  const text = story.text as StoryText;
  return { ...overDesk(draft, story), title: text.title, deck: text.deck, parts: partsOf(text) };
}
