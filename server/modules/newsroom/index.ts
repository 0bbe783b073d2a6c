export { sectionsInOrder } from './section/section-queries.ts';
export { storyTeasers } from './edition/teaser-queries.ts';
export { storyChanged, storyPublished, storyRestored, storyWithdrawn } from './events.ts';
