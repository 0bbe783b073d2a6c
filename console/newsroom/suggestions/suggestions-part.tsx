import type { Editor } from '@tiptap/core';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { Part } from '../../kit/page.tsx';
import { useWords, type SameWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { docxTexts } from '../docx/docx-texts.ts';
import type { Wish } from '@xiangyin/document/editor';
import type { Piece } from './found-suggestions.ts';
import './suggestions.css';
import { suggestionsTexts } from './suggestions-texts.ts';
import type { OpenSuggestion, useSuggestions } from './use-suggestions.ts';
import { thingWords, wishWords } from './wish-words.ts';

/** What is suggested, beside the text: whose it is, what it says, and yes or no; one, a person's, or all. */
export function SuggestionsPart({
  editor,
  onExport,
  suggestions: { open, active, show, settle },
}: {
  editor: Editor | null;
  /** Saves the text with what is suggested as a Word file. */
  onExport: () => void;
  suggestions: ReturnType<typeof useSuggestions>;
}) {
  const words = useWords(suggestionsTexts);
  const docx = useWords(docxTexts);
  const { message } = App.useApp();
  const [whose, setWhose] = useState<string | null>(null);
  const people = [...new Map(open.flatMap(({ by }) => (by ? [[by.id, by.name] as const] : []))).entries()];
  const chosen = people.some(([id]) => id === whose) ? whose : null;
  const shown = chosen === null ? open : open.filter(({ by }) => by?.id === chosen);
  const settleAll = (accept: boolean): void => {
    settle(
      shown.map(({ id }) => id),
      accept,
    );
    editor?.commands.focus();
    void message.success(words.settled(shown.length));
  };
  return (
    <Part title={open.length === 0 ? words.title : `${words.title} · ${words.open(open.length)}`}>
      {open.length === 0 ? (
        <p className="meta">{words.hint}</p>
      ) : (
        <>
          <div className="row suggestions-all">
            {people.length > 1 && (
              <Select
                size="small"
                aria-label={words.whose}
                value={chosen ?? ''}
                popupMatchSelectWidth={false}
                options={[{ value: '', label: words.everybody }, ...people.map(([value, label]) => ({ value, label }))]}
                onChange={(value: string) => setWhose(value === '' ? null : value)}
              />
            )}
            <Button size="small" onClick={() => settleAll(true)}>
              {words.acceptAll(shown.length)}
            </Button>
            <Button size="small" onClick={() => settleAll(false)}>
              {words.rejectAll(shown.length)}
            </Button>
          </div>
          <ul className="suggestions">
            {shown.map((one) => (
              <SuggestionLine
                key={one.id}
                suggestion={one}
                active={one.id === active}
                onShow={() => show(one)}
                onSettle={(accept) => settle([one.id], accept)}
              />
            ))}
          </ul>
          <p className="meta">{words.keys}</p>
          <Button size="small" onClick={onExport}>
            {docx.exportTracked}
          </Button>
        </>
      )}
    </Part>
  );
}

function SuggestionLine({
  suggestion: { pieces, by, at, line },
  active,
  onShow,
  onSettle,
}: {
  suggestion: OpenSuggestion;
  active: boolean;
  onShow: () => void;
  onSettle: (accept: boolean) => void;
}) {
  const words = useWords(suggestionsTexts);
  const times = useTimes();
  return (
    <li data-active={active}>
      <button type="button" className="suggestion-head" aria-current={active} onClick={onShow}>
        {line && (
          <span>
            <span className="meta">{words.lines[line.line]} </span>
            <ins>{line.words === '' ? words.noWords : line.words}</ins>
          </span>
        )}
        {runsOf(pieces, words).map(({ kind, wish, text }, i) =>
          kind === 'formed' ? (
            <span key={i}>
              <span className="meta">{wish === undefined ? '' : wishWords(wish, words)} </span>
              <span>{text}</span>
            </span>
          ) : kind === 'inserted' ? (
            <span key={i}>
              <span className="meta">{words.inserted} </span>
              <ins>{text}</ins>
            </span>
          ) : (
            <span key={i}>
              <span className="meta">{words.deleted} </span>
              <del>{text}</del>
            </span>
          ),
        )}
        <span className="meta">
          {by?.name ?? '…'} · {at === null ? words.justNow : times.at(at)}
        </span>
      </button>
      <div className="comment-acts">
        <button type="button" onClick={() => onSettle(true)}>
          {words.accept}
        </button>
        <button type="button" onClick={() => onSettle(false)}>
          {words.reject}
        </button>
      </div>
    </li>
  );
}

const longest = 120;

interface Run {
  readonly kind: Piece['kind'];
  readonly wish: Wish | undefined;
  readonly href: string | undefined;
  text: string;
}

// Neighbouring pieces of one kind are one: bold words within, a link, a break. Paragraphs that get another form stand apart.
function runsOf(pieces: readonly Piece[], words: SuggestionsWords): Run[] {
  const runs: Run[] = [];
  for (const [at, piece] of pieces.entries()) {
    // A column is one thing, however many cells it has.
    if (isColumn(piece) && isColumn(pieces[at - 1]) && pieces[at - 1]?.kind === piece.kind) continue;
    const text = wordsOf(piece, words);
    const last = runs.at(-1);
    if (last?.kind === piece.kind && last.wish === piece.wish && last.href === piece.href)
      last.text += piece.what === 'form' ? ` / ${text}` : text;
    else runs.push({ kind: piece.kind, wish: piece.wish, href: piece.href, text });
  }
  return runs.map(({ text, ...run }) => ({
    ...run,
    text: `${[...text].length > longest ? `${[...text].slice(0, longest).join('')}…` : text}${run.href ? ` → ${run.href}` : ''}`,
  }));
}

const isColumn = (piece: Piece | undefined): boolean => piece?.what === 'node' && piece.text === 'column';

type SuggestionsWords = SameWords<(typeof suggestionsTexts)['zh-CN']>;

function wordsOf({ what, kind, text, note }: Piece, words: SuggestionsWords): string {
  if (what === 'words' || what === 'form') return text;
  if (what === 'break') return `[${kind === 'inserted' ? words.brokenHere : words.joinedHere}]`;
  if (text === 'footnote' && note) return `〔${note}〕`;
  // What is written in a column that comes follows as words of its own.
  const named = note && kind === 'deleted' ? ` “${note}”` : '';
  return `[${thingWords(text, words)}${named}]`;
}
