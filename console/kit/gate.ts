import { useSyncExternalStore } from 'react';
import type { MeView } from '@xiangyin/server/contract';
import { queries } from './queries.ts';

/** What the person must do before a call can be repeated. `sign-in`: the session is gone. `second-factor`: its code is missing. `step-up`: confirm who you are. */
export type GateNeed = 'sign-in' | 'second-factor' | 'step-up';

/** How it ended. `somebody-else`: another person signed in, for whom nothing of what waits may be done. */
export type GateOutcome = 'passed' | 'given-up' | 'somebody-else';

interface Waiting {
  readonly need: GateNeed;
  /** Whose page it is; null: nobody's yet. */
  readonly personId: string | null;
  readonly promise: Promise<GateOutcome>;
  readonly settle: (outcome: GateOutcome) => void;
}

let waiting: Waiting | null = null;
const listeners = new Set<() => void>();

/** Asks the person, over the page as it stands, and tells whether they did it. Calls that come meanwhile wait for the same answer. */
export function passGate(need: GateNeed): Promise<GateOutcome> {
  if (waiting) return waiting.promise;
  let settle: (outcome: GateOutcome) => void = () => {};
  const promise = new Promise<GateOutcome>((done) => (settle = done));
  // Noted now: while the dialog stands open the cookie may already be another person's.
  const personId = queries.getQueryData<MeView>(['me'])?.personId ?? null;
  waiting = { need, personId, promise, settle };
  tell();
  return promise;
}

/** Called by the dialog: done (by whom, where somebody signed in), or given up. */
export function closeGate(passed: boolean, personId?: string): GateOutcome {
  const closed = waiting;
  const isOther = personId !== undefined && closed?.personId !== null && closed?.personId !== personId;
  const outcome = !passed ? 'given-up' : isOther ? 'somebody-else' : 'passed';
  waiting = null;
  tell();
  closed?.settle(outcome);
  return outcome;
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
