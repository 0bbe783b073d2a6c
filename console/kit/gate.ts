import { useSyncExternalStore } from 'react';

/** What the person must do before a call can be repeated. `sign-in`: the session is gone. `second-factor`: its code is missing. `step-up`: confirm who you are. */
export type GateNeed = 'sign-in' | 'second-factor' | 'step-up';

interface Waiting {
  readonly need: GateNeed;
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
  waiting = { need, promise, settle };
  tell();
  return promise;
}

/** Called by the dialog: done, or given up. */
export function closeGate(passed: boolean): void {
  const closed = waiting;
  waiting = null;
  tell();
  closed?.settle(passed);
}

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
