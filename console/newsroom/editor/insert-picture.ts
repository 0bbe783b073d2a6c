import type { Editor } from '@tiptap/core';

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
  const { to } = editor.state.selection;
  editor
    .chain()
    .focus(to)
    .insertContent({ type: 'figure', attrs: { ...figure } })
    .run();
}
