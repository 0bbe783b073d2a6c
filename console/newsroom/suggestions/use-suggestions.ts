import type { Editor } from '@tiptap/core';
import { useQuery } from '@tanstack/react-query';
import { useEditorState } from '@tiptap/react';
import type { SuggestionListView, SuggestionView } from '@xiangyin/server/contract';
import { App } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { read } from '../../kit/api.ts';
import { setSharedLine, sharedTypes, suggestedLines, type SuggestedLine } from '@xiangyin/document/working-copy';
import type { Doc } from 'yjs';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { selectPlace } from '../editor/select-place.ts';
import type { FoundSuggestion } from './found-suggestions.ts';
import { settle } from './settle.ts';
import { useSuggestedLines } from './use-suggested-lines.ts';
import { suggestionsKey, type Hand, type Look } from './suggestions-plugin.ts';
import { suggestionsTexts } from './suggestions-texts.ts';

/** A suggestion with whose it is; `by` null while the desk has not said so yet. */
export interface OpenSuggestion extends FoundSuggestion {
  readonly by: SuggestionView['by'] | null;
  readonly at: string | null;
  /** What it wants of headline or lead; left out: it is about the body. */
  readonly line?: SuggestedLine;
}

const colours = 8;
const none: readonly FoundSuggestion[] = [];

/** What this window knows of its own suggestions; one for each editor. */
export function useHand(): Hand {
  const words = useWords(suggestionsTexts);
  const { message } = App.useApp();
  const [hand] = useState<Hand>(() => ({
    mine: new Set(),
    formWords: (form) => words.forms[form],
    refused: () => void message.info({ key: 'suggesting', content: words.noForm }),
  }));
  return hand;
}

/** The open suggestions of a text, whose they are, and how to settle them. */
export function useSuggestions(storyId: string, editor: Editor | null, doc: Doc, hand: Hand) {
  const me = useMe();
  const times = useTimes();
  const { on, found, active } = useEditorState({
    editor,
    selector: ({ editor: it }) => {
      const state = it && suggestionsKey.getState(it.state);
      return { on: state?.on ?? false, found: state?.found ?? none, active: state?.active ?? null };
    },
    // They are made anew at every stroke; only another list is news.
    equalityFn: (one, two) => one.on === two?.on && one.active === two.active && isSame(one.found, two.found),
  }) ?? { on: false, found: none, active: null };
  const lines = useSuggestedLines(doc);
  const [unnamed, setUnnamed] = useState(false);
  const known = useQuery({
    queryKey: ['suggestions', storyId],
    enabled: found.length + lines.length > 0,
    // The desk keeps a stroke within moments; until then nobody knows whose it is.
    refetchInterval: unnamed ? 1_500 : false,
    queryFn: ({ signal }) => read<SuggestionListView>(`/stories/${storyId}/suggestions`, {}, { signal }),
  });
  const byId = useMemo(() => new Map(known.data?.items.map((one) => [one.id, one])), [known.data]);
  const isUnnamed = [...lines, ...found].some(({ id }) => !byId.has(id));
  if (isUnnamed !== unnamed) setUnnamed(isUnnamed);
  const open = useMemo<OpenSuggestion[]>(
    () =>
      [...lines.map((line) => ({ id: line.id, pieces: [], line })), ...found].map((one) => {
        const by = byId.get(one.id)?.by ?? (hand.mine.has(one.id) ? { id: me.personId, name: me.name } : null);
        return { ...one, by, at: byId.get(one.id)?.at ?? null };
      }),
    [lines, found, byId, hand, me],
  );
  useEffect(() => {
    for (const { id, by } of byId.values()) if (by.id === me.personId) hand.mine.add(id);
  }, [byId, hand, me]);
  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    const people = [...new Set(open.flatMap(({ by }) => (by ? [by.id] : [])))].toSorted();
    const looks = new Map<string, Look>(
      open.flatMap(({ id, by, at }) =>
        by
          ? [
              [
                id,
                {
                  title: at === null ? by.name : `${by.name} · ${times.at(at)}`,
                  colour: `writer-${people.indexOf(by.id) % colours}`,
                },
              ] as const,
            ]
          : [],
      ),
    );
    editor.view.dispatch(editor.state.tr.setMeta(suggestionsKey, { looks }).setMeta('addToHistory', false));
  }, [editor, open, times]);
  const tell = (news: { on?: boolean; active?: string | null }): void => {
    if (editor) editor.view.dispatch(editor.state.tr.setMeta(suggestionsKey, news).setMeta('addToHistory', false));
  };
  return {
    on,
    open,
    active,
    turn: (next: boolean): void => {
      tell({ on: next });
      editor?.commands.focus();
    },
    show: (suggestion: OpenSuggestion): void => {
      const [first] = suggestion.pieces;
      if (suggestion.line) document.querySelector<HTMLElement>(`[data-line=${suggestion.line.line}]`)?.focus();
      tell({ active: suggestion.id });
      if (first && editor) selectPlace(editor, { from: first.from, to: first.from });
    },
    /** Accepts these or turns them down, as one step to undo. */
    settle: (ids: readonly string[], accept: boolean): void => settleIn(editor, doc, ids, accept),
  };
}

/** Accepts suggestions or turns them down, as one step to undo. */
export function settleIn(editor: Editor | null, doc: Doc, ids: readonly string[], accept: boolean): void {
  settleLines(doc, ids, accept);
  if (!editor || editor.isDestroyed) return;
  const tr = settle(editor.state.tr, new Set(ids), accept);
  editor.view.dispatch(tr.setMeta(suggestionsKey, 'as-it-is').scrollIntoView());
}

// Of several that were accepted at once for one line the last stays: its words are whole.
function settleLines(doc: Doc, ids: readonly string[], accept: boolean): void {
  const types = sharedTypes(doc);
  for (const { id, line, words } of suggestedLines(types.wishes) ?? []) {
    if (!ids.includes(id)) continue;
    // As what is written in the line: undone there.
    doc.transact(() => {
      types.wishes.delete(id);
      if (accept) setSharedLine(types[line], words);
    }, types[line]);
  }
}

function isSame(one: readonly FoundSuggestion[], two: readonly FoundSuggestion[]): boolean {
  return (
    one.length === two.length &&
    one.every(({ id, pieces }, i) => {
      const other = two[i];
      return (
        other?.id === id &&
        other.pieces.length === pieces.length &&
        pieces.every(
          (piece, k) =>
            piece.text === other.pieces[k]?.text &&
            piece.note === other.pieces[k].note &&
            piece.wish === other.pieces[k].wish &&
            piece.from === other.pieces[k].from,
        )
      );
    })
  );
}
