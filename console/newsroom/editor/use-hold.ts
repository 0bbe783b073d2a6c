import { useEffect, useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';
import { storyChanged } from '../use-story.ts';

/** Takes the text in hand while the editor is open and nobody else has it, so that the desk's lists say who is at it; whoever comes later is seen in the text itself. */
export function useHold(story: StoryView): void {
  const { id } = story;
  // As it was when the editor opened: whoever is there already keeps it.
  const [take] = useState(() => story.holder === null && story.abilities.includes('story.edit'));
  useEffect(() => {
    if (!take) return;
    const told = act<StoryView>('POST', `/stories/${id}/holds`, { over: false }).then(storyChanged, () => undefined);
    return () => {
      void told.then(() => act<StoryView>('DELETE', `/stories/${id}/holds`)).then(storyChanged, () => undefined);
    };
  }, [id, take]);
}
