import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';
import { say } from '../kit/language.ts';
import { onLine } from '../kit/line.ts';
import { hrefOf } from '../kit/navigate.ts';
import {
  arrivedOf,
  attachments,
  attachmentsRefused,
  attachmentsUnderWay,
  type Attachment,
} from '../outbox/attachment.ts';
import { held, outbox, refusedOf, waitingOf } from '../outbox/outbox.ts';

/** One line above everything, only when there is something to say: no signal, things to be sent, something that was not taken. */
export function LineRibbon() {
  const isOnLine = useCell(onLine);
  const entries = useCell(outbox);
  const me = useCell(session.me);
  const personId = me?.personId;
  const waiting = waitingOf(entries, personId).length;
  const unkept = waitingOf([...useCell(held).values()], personId).length;
  const kept = useCell(attachments);
  const arrived = useCell(arrivedOf);
  const underWay = attachmentsUnderWay(kept, personId);
  const refused = refusedOf(entries, personId).length + attachmentsRefused(kept, personId).length;
  const attachmentPercent = underWay.length === 0 ? null : percentOf(underWay, arrived);
  const text = wordsFor({ isOnLine, waiting, unkept, refused, attachmentPercent, readsOnly: me?.readsOnly ?? false });
  return (
    <output class="ribbon-place">
      {text !== '' && (
        <div class={refused + unkept > 0 ? 'ribbon hot' : 'ribbon'}>
          <span>{text}</span>
          {waiting + refused + underWay.length > 0 && (
            <a href={hrefOf('/outbox')} aria-label={say('outbox.look.aria')}>
              {say('outbox.look')}
            </a>
          )}
        </div>
      )}
    </output>
  );
}

interface Standing {
  readonly isOnLine: boolean;
  readonly waiting: number;
  /** How many of those this phone did not take: they are lost with this page. */
  readonly unkept: number;
  readonly refused: number;
  /** How much of the attachments that follow their texts has arrived; null: none does. */
  readonly attachmentPercent: number | null;
  readonly readsOnly: boolean;
}

const percentOf = (underWay: readonly Attachment[], arrived: ReadonlyMap<string, number>): number =>
  Math.floor(
    (underWay.reduce((sum, { id }) => sum + (arrived.get(id) ?? 0), 0) /
      underWay.reduce((sum, { bytes }) => sum + bytes, 0)) *
      100,
  );

function wordsFor({ isOnLine, waiting, unkept, refused, attachmentPercent, readsOnly }: Standing): string {
  if (unkept > 0) return say('line.unkept', { n: unkept });
  if (refused > 0) return say('line.refused', { n: refused });
  if (!isOnLine && waiting > 0) return say('line.off.waiting', { n: waiting });
  if (!isOnLine) return say(attachmentPercent === null ? 'line.off' : 'line.off.attachment');
  if (readsOnly) return say('line.no-room');
  if (waiting > 0) return say('line.sending', { n: waiting });
  return attachmentPercent === null ? '' : say('line.attachment', { percent: attachmentPercent });
}
