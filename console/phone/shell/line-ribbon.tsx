import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';
import { say } from '../kit/language.ts';
import { onLine } from '../kit/line.ts';
import { hrefOf } from '../kit/navigate.ts';
import { outbox, refusedOf, waitingOf } from '../outbox/outbox.ts';

/** One line above everything, only when there is something to say: no signal, things to be sent, something that was not taken. */
export function LineRibbon() {
  const isOnLine = useCell(onLine);
  const entries = useCell(outbox);
  const personId = useCell(session.me)?.personId;
  const waiting = waitingOf(entries, personId).length;
  const refused = refusedOf(entries, personId).length;
  const text = wordsFor(isOnLine, waiting, refused);
  return (
    <output class="ribbon-place">
      {text !== '' && (
        <div class={refused > 0 ? 'ribbon hot' : 'ribbon'}>
          <span>{text}</span>
          {waiting + refused > 0 && (
            <a href={hrefOf('/outbox')} aria-label={say('outbox.look.aria')}>
              {say('outbox.look')}
            </a>
          )}
        </div>
      )}
    </output>
  );
}

function wordsFor(isOnLine: boolean, waiting: number, refused: number): string {
  if (refused > 0) return say('line.refused', { n: refused });
  if (!isOnLine) return waiting > 0 ? say('line.off.waiting', { n: waiting }) : say('line.off');
  return waiting > 0 ? say('line.sending', { n: waiting }) : '';
}
