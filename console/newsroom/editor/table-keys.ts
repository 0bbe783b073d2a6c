import { Extension } from '@tiptap/core';
import { addRowAfter, goToNextCell, tableEditing } from '@tiptap/pm/tables';

/** Tab leads from cell to cell, and from the last one into a new row; whole cells can be selected and emptied. */
export const tableKeys = Extension.create({
  name: 'tableKeys',
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const { editor } = this;
    const next = (by: 1 | -1): boolean => goToNextCell(by)(editor.state, editor.view.dispatch);
    return {
      Tab: () => {
        if (!editor.isActive('table')) return false;
        if (next(1)) return true;
        return addRowAfter(editor.state, editor.view.dispatch) && next(1);
      },
      'Shift-Tab': () => editor.isActive('table') && next(-1),
    };
  },
});
