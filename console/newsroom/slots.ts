import type { StoryText } from '@xiangyin/document';
import { createContext, use, type ComponentType } from 'react';

/** What later modules put into the screens of a story. The shell fills it, as the newsroom itself knows of none of them. */
export interface StorySlots {
  /** Where the copies of a published story stand; `edition` changes when they do. */
  readonly Copies: ComponentType<{ storyId: string; edition: string }>;
  /** Before a correction, a withdrawal or another time of a notice: what it will do to each copy. */
  readonly Plan: ComponentType<{ storyId: string; turn: 'correct' | 'withdraw' | 'hold' }>;
  /** Beside the editor: how the text would stand elsewhere. */
  readonly Previews: ComponentType<{ storyId: string; text: StoryText }>;
  /** Before the last signature: where the text will go. */
  readonly Departure: ComponentType<{ storyId: string }>;
}

const Empty = (): null => null;

/** The slots as the shell filled them. */
export const StorySlotsContext = createContext<StorySlots>({
  Copies: Empty,
  Plan: Empty,
  Previews: Empty,
  Departure: Empty,
});

/** The slots of a story's screens. */
export const useStorySlots = (): StorySlots => use(StorySlotsContext);
