import { lazy } from 'react';

// What nobody needs before the first stroke: measured, it is a third of the editor's scripts.
const beside = () => import('./beside.tsx');
const settings = () => import('./story-settings.tsx');
const pictures = () => import('../../media/picture-grid.tsx');
const stories = () => import('./story-picker.tsx');
const alike = () => import('../../media/alike-dialog.tsx');
const materials = () => import('./material-choice.tsx');

/** What stands beside the text. */
export const Beside = lazy(async () => ({ default: (await beside()).Beside }));
/** How the story is published. */
export const StorySettings = lazy(async () => ({ default: (await settings()).StorySettings }));
/** The stored pictures, in a dialog. */
export const PictureGrid = lazy(async () => ({ default: (await pictures()).PictureGrid }));
/** The stories to link to. */
export const StoryPicker = lazy(async () => ({ default: (await stories()).StoryPicker }));
/** The question whether a picture is one that the library has. */
export const AlikeDialog = lazy(async () => ({ default: (await alike()).AlikeDialog }));
/** The stored sound, videos and documents, in a dialog. */
export const MaterialChoice = lazy(async () => ({ default: (await materials()).MaterialChoice }));

/** Fetches all of it, so that it is there when the line breaks; what cannot be fetched now is asked for again when it is needed. */
export function fetchLater(): void {
  const rest = [
    pictures,
    alike,
    stories,
    materials,
    () => import('@xiangyin/document/from-docx'),
    () => import('@xiangyin/document/from-html'),
    () => import('@xiangyin/document/checks'),
  ];
  void Promise.allSettled(rest.map((part) => part()));
}
