const mark = 'xiangyin.single-keys';

/** Whether letters and marks without Ctrl act in this browser. Whoever speaks to the machine, or hits keys unawares, lets them rest (WCAG 2.2, 2.1.4). */
export const singleKeysAct = (): boolean => localStorage.getItem(mark) !== 'rest';

/** From now on they act in this browser, or rest. */
export function letSingleKeysAct(act: boolean): void {
  if (act) localStorage.removeItem(mark);
  else localStorage.setItem(mark, 'rest');
}

/** Whether this key rests: one that writes a sign. Arrows, Enter and the space bar are how one moves. */
export const isAtRest = (key: string): boolean => key.length === 1 && key !== ' ' && !singleKeysAct();
