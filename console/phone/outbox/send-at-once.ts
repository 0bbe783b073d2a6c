import { session } from '../access/session.ts';
import { onLine } from '../kit/line.ts';
import type { PlainAct } from './entry.ts';
import { onceAtATime } from './once-at-a-time.ts';
import { keepEntry, newEntry } from './outbox.ts';
import { sendOrKeep } from './send-or-keep.ts';
import { sendAfterAll, soon } from './send-outbox.ts';

const once = onceAtATime<string | null>();

/** Does an act now, so that what does not fit can be put right at the door; without a line it is kept and sent later. Null: done or kept; else why it was refused, and nothing is kept. */
export const sendAtOnce = (title: string, act: PlainAct): Promise<string | null> =>
  once(`${act.kind} ${act.subjectId}`, () =>
    sendOrKeep(newEntry(title, act), {
      isOnLine: onLine.get(),
      send: sendAfterAll,
      async keep(entry) {
        await keepEntry(entry);
        soon();
      },
      lost: session.lost,
    }),
  );
