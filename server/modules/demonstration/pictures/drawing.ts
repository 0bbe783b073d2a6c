import type { StoryKey } from '../content/story-list.ts';
import { pictures } from './index.ts';
import { placePicture } from './place.ts';

/** What can be drawn: a story's picture by its key, or the view of a place by its code. */
export type PictureName = StoryKey | `place-${string}`;

/** The SVG of a name; a name that is neither a story's key nor `place-` and a code is an error. */
export function drawingOf(name: string): string {
  if (isStoryKey(name)) return pictures[name]();
  if (name.startsWith('place-')) return placePicture(name.slice('place-'.length));
  throw new Error(`no picture is called ${name}`);
}

const isStoryKey = (name: string): name is StoryKey => Object.hasOwn(pictures, name);
