import type { Manifest } from '#platform/manifest';
import { texts } from './texts/index.ts';
import { storyWalkPage } from './walks/story-walk-page.ts';

/** What the module demonstration gives to the program: the guided walks. A real county answers 404 to all of it. */
export const demonstration: Manifest = { name: 'demonstration', pages: [storyWalkPage], texts };
