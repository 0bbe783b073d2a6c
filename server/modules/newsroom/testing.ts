export { addSection, textOf } from './testing/text.ts';
export { openDesk, refused, story } from './testing/desk.ts';
export { addTestInspection } from './testing/inspection.ts';
export type { Desk, SeenStory } from './testing/desk.ts';
