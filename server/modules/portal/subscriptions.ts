import { committed } from '#platform/events';
import type { Subscription } from '#platform/events';
import { storyChanged, storyPublished, storyRestored, storyWithdrawn } from '#newsroom';
import { pageCacheOf } from './state.ts';

interface StoryFacts { storyId: string; sectionId: string; placeIds: string[] }

// Whatever shows a story somewhere: its own page, lists of its section and places, home, feeds and search.
const keysOf = (story: StoryFacts): string[] => [`story:${story.storyId}`, `section:${story.sectionId}`, ...story.placeIds.map((id) => `place:${id}`), 'home', 'stories', 'corrections', 'search'];

/** Which event makes which page stale. Runs in every process before the answer to the act that caused it. */
export const subscriptions: readonly Subscription[] = [storyPublished, storyWithdrawn, storyRestored, storyChanged].map((kind) =>
  committed(kind as typeof storyChanged, (app, county, event) => pageCacheOf(app).purge(county.id, keysOf(event.payload))),
);
