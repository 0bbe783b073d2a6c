import type { Manifest } from '#platform/manifest';
import { resetCommand } from './reset/reset-command.ts';
import { subscriptions } from './subscriptions.ts';
import { texts } from './texts/index.ts';
import { orderWalkPage } from './walks/order-walk-page.ts';
import { peoplePage } from './walks/people-page.ts';
import { storyWalkPage } from './walks/story-walk-page.ts';

/** What the module demonstration gives to the program: the guided walks and `demo reset`. A real county answers 404 to all of the pages. */
export const demonstration: Manifest = {
  name: 'demonstration',
  pages: [storyWalkPage, orderWalkPage, peoplePage],
  subscriptions,
  commands: [resetCommand],
  texts,
};
