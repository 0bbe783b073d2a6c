import { demonstrationStories } from '../content/stories.ts';
import type { StoryContent } from '../content/stories.ts';
import { drawPictures } from './draw-pictures.ts';
import { loadStory } from './load-story.ts';
import type { Teller } from './teller.ts';

/** What the home page and the walks show comes first: the latest of all, and the notices that take over from one another in their order. */
export const storiesInOrder = (): StoryContent[] =>
  demonstrationStories.toSorted(
    (a, b) => Number(b.key === 'flood-afternoon') - Number(a.key === 'flood-afternoon') || a.hoursAgo - b.hoursAgo,
  );

/** Loads these stories; their pictures are drawn meanwhile in another process. `onLoaded` hears how many were loaded, `onPictures` how many pictures are there of all. */
export async function loadStories(
  teller: Teller,
  painter: Teller,
  stories: readonly StoryContent[],
  options: {
    signal?: AbortSignal;
    onLoaded?: (count: number) => void;
    onPictures?: (done: number, of: number) => void;
  } = {},
): Promise<void> {
  const missing = stories.filter(({ key }) => !teller.has(`story:${key}:zh`) || !teller.has(`story:${key}:en`));
  if (missing.length === 0) return;
  const present = stories.length - missing.length;
  options.onPictures?.(present, stories.length);
  const drawing = await drawPictures(
    painter,
    // A picture of a gallery is drawn when it is first asked for, also where its own story is there already.
    [...new Set(missing.flatMap(({ key, zh }) => [...(zh.gallery ?? []).map(({ of }) => of), key]))],
    options.signal,
  );
  try {
    for (const [count, story] of missing.entries()) {
      if (options.signal?.aborted) return;
      await loadStory(teller, story, (key) => drawing.of(key));
      options.onLoaded?.(count + 1);
      options.onPictures?.(present + count + 1, stories.length);
    }
  } finally {
    await drawing.end();
  }
}
