import { useEffect, useRef } from 'preact/hooks';
import { cell, useCell } from '../kit/cell.ts';
import { say, type TextKey } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { outbox } from './outbox.ts';

/** The act by which a card last left the page of my work, as long as that page stands. `words`: what is said of it once it has arrived; `again`: the way back to it, for what was tapped by mistake. */
export const justDone = cell<{
  subjectId: string;
  title: string;
  words: TextKey;
  again?: { href: string; words: TextKey };
} | null>(null);

/** What became of the card that has just gone: said aloud, and it takes the focus that the card's button had. */
export function JustDone() {
  const last = useCell(justDone);
  const entry = useCell(outbox).find((one) => one.act.subjectId === last?.subjectId);
  const place = useRef<HTMLParagraphElement>(null);
  // The card may go, and the sheet over it close, a moment after this was told: the focus is taken once, when it is free.
  const focusedRef = useRef(last);
  useEffect(() => {
    if (!last || focusedRef.current === last || (document.activeElement ?? document.body) !== document.body) return;
    focusedRef.current = last;
    place.current?.focus({ preventScroll: true });
  });
  useEffect(() => () => justDone.set(null), []);
  // What was not taken is said by the line above everything.
  const isSaid = last !== null && entry?.state !== 'refused';
  return (
    <div role="status">
      {isSaid && (
        <p class="note info" tabIndex={-1} ref={place}>
          {last.title} · {say(entry ? 'offer.noted' : last.words)}
          {!entry && last.again && (
            <>
              {' '}
              <a class="plain" href={hrefOf(last.again.href)}>
                {say(last.again.words)}
              </a>
            </>
          )}
        </p>
      )}
    </div>
  );
}
