import { useSyncExternalStore } from 'react';
import type { MeView } from '@xiangyin/server/contract';
import { queries } from './queries.ts';

/** What the person must do before a call can be repeated. `sign-in`: the session is gone. `second-factor`: its code is missing. `step-up`: confirm who you are. */
export type GateNeed = 'sign-in' | 'second-factor' | 'step-up';

interface Waiting {
  readonly need: GateNeed;
  /** Whose page it is; null: nobody's yet. */
  readonly owner: Pick<MeView, 'personId' | 'name'> | null;
  readonly promise: Promise<boolean>;
  readonly settle: (passed: boolean) => void;
}

let waiting: Waiting | null = null;
const listeners = new Set<() => void>();

/** Asks the person, over the page as it stands, and tells whether they did it. Calls that come meanwhile wait for the same answer. */
export function passGate(need: GateNeed): Promise<boolean> {
  if (waiting) return waiting.promise;
  let settle: (passed: boolean) => void = () => {};
  const promise = new Promise<boolean>((done) => (settle = done));
  // Noted now: while the dialog stands open the cookie may already be another person's.
  waiting = { need, owner: queries.getQueryData<MeView>(['me']) ?? null, promise, settle };
  tell();
  return promise;
}

/** Covers the page until somebody signs in, whatever was being asked on it. */
export function coverPage(): Promise<boolean> {
  if (waiting?.need !== 'sign-in') closeGate(false);
  return passGate('sign-in');
}

/** Called by the dialog: done, or given up. What waits goes on, or is refused. */
export function closeGate(passed: boolean): void {
  const closed = waiting;
  waiting = null;
  tell();
  closed?.settle(passed);
}

/** Whose page the gate stands over, when it is not this person's; null when it is. */
export const pageOwnerOtherThan = (personId: string): string | null =>
  waiting?.owner && waiting.owner.personId !== personId ? waiting.owner.name : null;

/** What is being asked just now; null: nothing. */
export function useGate(): GateNeed | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting?.need ?? null,
  );
}

function tell(): void {
  for (const listener of listeners) listener();
}
