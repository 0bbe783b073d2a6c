import { queryOptions } from '@tanstack/react-query';
import type { ComputerView } from '@xiangyin/server/contract';
import { act, read } from './api.ts';
import { coverPage } from './gate.ts';
import { isProblem } from './problem.ts';
import { isLockUntold, markLockUntold, markStationComputer } from './station-mark.ts';

const actedMark = 'xiangyin.station-acted';

/** What this computer is, and who has a PIN here. Never asked elsewhere. */
export const computerQuery = queryOptions({
  queryKey: ['computer'],
  queryFn: async ({ signal }): Promise<ComputerView> => {
    await tellLock();
    const view = await read<ComputerView>('/computer', {}, { signal, gate: false });
    markStationComputer(view.computer !== null);
    return view;
  },
});

/** Locks: the session ends, and the page waits covered for whoever comes next. What was typed stays under the cover for the same person. */
export async function lockHere(): Promise<void> {
  const covered = coverPage();
  markLockUntold(true);
  await tellLock().catch(() => undefined);
  await covered;
}

/** Ends the session that was locked while the server was away: before anything is read in it, and before another is opened. Throws Problem while the server still is. */
export async function tellLock(): Promise<void> {
  if (!isLockUntold()) return;
  // One window after the other: an end that came late would be the end of the next session.
  await navigator.locks.request('xiangyin.station-lock', async () => {
    if (!isLockUntold()) return;
    await act('DELETE', '/sessions/current', undefined, { gate: false }).catch((problem: unknown) => {
      if (!isProblem(problem) || problem.status !== 401) throw problem;
    });
    markLockUntold(false);
  });
}

/** Somebody touched key or pointer just now; in any window of this browser. */
export const noteActed = (now: number): void => localStorage.setItem(actedMark, String(now));

/** When somebody last did, in milliseconds. */
export const lastActed = (): number => Number(localStorage.getItem(actedMark) ?? 0);
