import type { Editor } from '@tiptap/core';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  toggleHeaderColumn,
  toggleHeaderRow,
} from '@tiptap/pm/tables';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { limits } from '@xiangyin/document';
import { Dropdown } from 'antd';
import { useWords } from '../../kit/texts.ts';
import type { IsMine } from '../suggestions/as-suggestion.ts';
import {
  suggestColumn,
  suggestColumnOut,
  suggestHead,
  suggestOut,
  suggestRow,
  suggestTable,
} from '../suggestions/suggest-table.ts';
import { putForm, type Hand } from '../suggestions/suggestions-plugin.ts';
import { writingTexts } from './writing-texts.ts';
import { toolIcons } from './tool-icons.tsx';

/** Puts a table in; within one, what can be done with its rows and columns. As a suggestion rows and columns come and go, and whole tables; heads are made and unmade. */
export function TableTool({ editor, hand, suggesting }: { editor: Editor; hand: Hand; suggesting: boolean }) {
  const { table: words } = useWords(writingTexts);
  const { inTable, mayStand, columns, rows } = useEditorState({ editor, selector: ({ editor: it }) => placeIn(it) });
  const act = (command: Command) => (): void => {
    editor.commands.focus();
    command(editor.state, editor.view.dispatch);
  };
  const suggest = (what: (state: EditorState, isMine: IsMine) => Transaction | null) => (): void => {
    editor.view.focus();
    putForm(editor.view, hand, what);
  };
  const item = (key: string, label: string, command: Command, disabled = false) => ({
    key,
    label,
    disabled,
    onClick: act(command),
  });
  const button = (
    <button
      type="button"
      title={words.tool}
      aria-label={words.tool}
      aria-pressed={inTable}
      disabled={!inTable && !mayStand}
      onMouseDown={(event) => event.preventDefault()}
      {...(inTable ? {} : { onClick: suggesting ? suggest(suggestTable) : () => putIn(editor) })}
    >
      {toolIcons.table}
    </button>
  );
  if (!inTable) return button;
  const wide = columns >= limits.tableColumns;
  const long = rows >= limits.tableRows;
  const wish = (
    key: string,
    label: string,
    what: (state: EditorState, isMine: IsMine) => Transaction | null,
    disabled = false,
  ) => ({ key, label, disabled, onClick: suggest(what) });
  const wishes = [
    wish('rowBefore', words.rowBefore, (state) => suggestRow(state, 'before'), long),
    wish('rowAfter', words.rowAfter, (state) => suggestRow(state, 'after'), long),
    wish('columnBefore', words.columnBefore, (state) => suggestColumn(state, 'before'), wide),
    wish('columnAfter', words.columnAfter, (state) => suggestColumn(state, 'after'), wide),
    { type: 'divider' as const },
    wish('headerRow', words.headerRow, (state) => suggestHead(state, 'row')),
    wish('headerColumn', words.headerColumn, (state) => suggestHead(state, 'column')),
    { type: 'divider' as const },
    wish('deleteRow', words.deleteRow, (state, isMine) => suggestOut(state, 'row', isMine)),
    wish('deleteColumn', words.deleteColumn, suggestColumnOut),
    wish('deleteTable', words.deleteTable, (state, isMine) => suggestOut(state, 'table', isMine)),
  ];
  const items = [
    item('rowBefore', words.rowBefore, addRowBefore, long),
    item('rowAfter', words.rowAfter, addRowAfter, long),
    item('columnBefore', words.columnBefore, addColumnBefore, wide),
    item('columnAfter', words.columnAfter, addColumnAfter, wide),
    { type: 'divider' as const },
    item('headerRow', words.headerRow, toggleHeaderRow),
    item('headerColumn', words.headerColumn, toggleHeaderColumn),
    { type: 'divider' as const },
    item('deleteRow', words.deleteRow, deleteRow),
    item('deleteColumn', words.deleteColumn, deleteColumn),
    item('deleteTable', words.deleteTable, deleteTable),
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: suggesting ? wishes : items }}
      // The row of tools scrolls on a phone; measured by it, the menu would rise above the window.
      autoAdjustOverflow={false}
      placement="bottom"
    >
      {button}
    </Dropdown>
  );
}

function placeIn({ state }: Editor): { inTable: boolean; mayStand: boolean; columns: number; rows: number } {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === 'table')
      return { inTable: true, mayStand: true, columns: node.firstChild?.childCount ?? 0, rows: node.childCount };
  }
  // Only in the text itself: not within a list, a quote or a box.
  return { inTable: false, mayStand: $from.depth <= 1, columns: 0, rows: 0 };
}

function putIn(editor: Editor): void {
  const cell = (type: string): object => ({ type, content: [{ type: 'paragraph' }] });
  const row = (type: string): object => ({ type: 'tableRow', content: [cell(type), cell(type), cell(type)] });
  const at = editor.state.selection.from;
  editor
    .chain()
    .focus()
    .insertContent({ type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell')] })
    .run();
  // The caret goes into the first cell, where the writing begins.
  let first: number | null = null;
  editor.state.doc.nodesBetween(Math.max(0, at - 1), editor.state.doc.content.size, (node, position) => {
    if (first === null && node.type.name === 'tableHeader') first = position;
    return first === null;
  });
  if (first !== null) editor.commands.setTextSelection(first + 2);
}
