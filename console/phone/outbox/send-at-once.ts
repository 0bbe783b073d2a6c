import { session } from '../access/session.ts';
import { onLine } from '../kit/line.ts';
import { newId } from '../kit/new-id.ts';
import { isAboutSession, mayPass, Problem } from '../kit/problem.ts';
import type { Entry, PlainAct } from './entry.ts';
import { enqueue } from './outbox.ts';
import { sendAfterAll, soon } from './send-outbox.ts';

/** Does an act now, so that what does not fit can be put right at the door; without a line it is kept and sent later. Null: done or kept; else why it was refused, and nothing is kept. */
export async function sendAtOnce(title: string, act: PlainAct): Promise<string | null> {
  const personId = session.me.get()?.personId ?? '';
  const entry: Entry = { id: newId(), personId, madeAt: new Date().toISOString(), title, act, state: 'waiting' };
  if (onLine.get())
    try {
      if (await sendAfterAll(entry)) return null;
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      else if (error instanceof Problem && !mayPass(error)) return error.message;
    }
  await enqueue(title, act);
  soon();
  return null;
}
