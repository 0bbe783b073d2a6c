import { isAboutSession, mayPass, Problem } from '../kit/problem.ts';
import type { Entry } from './entry.ts';

/** What sending at once needs of the phone. */
export interface Ways {
  readonly isOnLine: boolean;
  /** Sends it, when nothing earlier waits. False: something does. Throws Problem. */
  send(entry: Entry): Promise<boolean>;
  keep(entry: Entry): Promise<void>;
  /** The session has ended. */
  lost(problem: Problem): void;
}

/** Sends an act now, or keeps it for later. What is kept is the very act that was sent: where only the answer was lost, it has happened, and happens once. Null: done or kept; else why it was refused, and nothing is kept. */
export async function sendOrKeep(entry: Entry, { isOnLine, send, keep, lost }: Ways): Promise<string | null> {
  if (isOnLine)
    try {
      if (await send(entry)) return null;
    } catch (error) {
      if (isAboutSession(error)) lost(error);
      else if (error instanceof Problem && !mayPass(error)) return error.message;
    }
  await keep(entry);
  return null;
}
