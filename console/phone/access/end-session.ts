import { act } from '../kit/api.ts';
import { isAboutSession } from '../kit/problem.ts';
import { onceAtATime } from '../outbox/once-at-a-time.ts';

const storageKey = 'xiangyin.phone.left';
const once = onceAtATime<void>();

/** Remembers on this phone that somebody signed out, until the server has heard of it. */
export function noteLeft(): void {
  try {
    localStorage.setItem(storageKey, 'yes');
  } catch {
    // A phone without storage tells it now or not at all.
  }
}

/** Ends the session that was signed out of and that the server still keeps: asked before anything else, so that a line that comes back signs nobody in again. Throws Problem. */
export async function endLeftSession(): Promise<void> {
  if (localStorage.getItem(storageKey) !== null) await endSession();
}

/** Ends the session at the server. Throws Problem. */
export const endSession = (): Promise<void> =>
  once('', async () => {
    try {
      await act('DELETE', '/sessions/current');
    } catch (error) {
      if (!isAboutSession(error)) throw error;
    }
    localStorage.removeItem(storageKey);
  });
