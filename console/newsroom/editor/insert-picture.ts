import type { Editor } from '@tiptap/core';
import { limits } from '@xiangyin/document';

interface Figure {
  readonly hash: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly width: number;
  readonly height: number;
}

/** Puts a picture behind what is selected: words that were marked for a link just before must not vanish under it. */
export function insertPicture(editor: Editor, figure: Figure): void {
  const { $to } = editor.state.selection;
  // Into the gallery of which a picture is selected, as long as it has room.
  const isFull = $to.parent.type.name === 'gallery' && $to.parent.childCount >= limits.galleryMost;
  const to = isFull ? $to.after() : $to.pos;
  editor
    .chain()
    .focus(to)
    .insertContent({ type: 'figure', attrs: { ...figure } })
    .run();
}
