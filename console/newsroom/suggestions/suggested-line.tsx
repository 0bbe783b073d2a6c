import { lineValue, sharedTypes, type LineName } from '@xiangyin/document/working-copy';
import { useState, type TextareaHTMLAttributes } from 'react';
import type { Doc } from 'yjs';
import { newSuggestionId } from './suggestion-id.ts';
import type { Hand } from './suggestions-plugin.ts';
import { useSuggestedLines } from './use-suggested-lines.ts';

/** Headline or lead while suggesting: what is typed here is my wish for the whole line, and the line itself stays. The line's own words again: no wish any more. */
export function SuggestedLine({
  doc,
  name,
  hand,
  ...rest
}: { doc: Doc; name: LineName; hand: Hand; 'data-line'?: string } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const mine = useSuggestedLines(doc).find(({ id, line }) => line === name && hand.mine.has(id));
  const present = (): string => sharedTypes(doc)[name].toJSON();
  // While an input method composes, what it shows is not written yet.
  const [composed, setComposed] = useState<string | null>(null);
  const wish = (words: string): void => {
    const { wishes } = sharedTypes(doc);
    const id = mine?.id ?? newSuggestionId();
    hand.mine.add(id);
    if (words === present()) wishes.delete(id);
    else wishes.set(id, lineValue({ line: name, words }));
  };
  return (
    <textarea
      {...rest}
      value={composed ?? mine?.words ?? present()}
      onChange={({ target }) => {
        const words = target.value.replace(/\n/g, '');
        if (composed === null) wish(words);
        else setComposed(words);
      }}
      onCompositionStart={({ currentTarget }) => setComposed(currentTarget.value)}
      onCompositionEnd={({ currentTarget }) => {
        setComposed(null);
        wish(currentTarget.value.replace(/\n/g, ''));
      }}
    />
  );
}
