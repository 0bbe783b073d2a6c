const mark = 'xiangyin.station-computer';
const lockedMark = 'xiangyin.station-locked';

/** Whether this browser was made the computer of a station. The cookie that proves it is hidden from scripts; this only says that asking is worth while. */
export const isStationComputer = (): boolean => localStorage.getItem(mark) !== null;

/** This browser has become a station's computer, or is one no more. */
export function markStationComputer(isOne: boolean): void {
  if (isOne) localStorage.setItem(mark, 'yes');
  else localStorage.removeItem(mark);
}

/** Whether it was locked and the server has not heard of it yet: until then the session is still open there. */
export const isLockUntold = (): boolean => localStorage.getItem(lockedMark) !== null;

/** It was locked, or the server knows. */
export function markLockUntold(isUntold: boolean): void {
  if (isUntold) localStorage.setItem(lockedMark, 'yes');
  else localStorage.removeItem(lockedMark);
}
