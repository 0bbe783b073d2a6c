import type { TimeWish } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** A wish for a time, in words: `11月23日（周一）下午`, `越快越好`. */
export function wishWords({ t, format }: Here, { on, part }: TimeWish): string {
  const day = on === null ? t.shell.soonest : format.calendarDay(on);
  return part === 'any' ? day : t.shell.wish(day, t.shell.parts[part]);
}

/** Several wishes, best first. */
export const wishesWords = (here: Here, wishes: readonly TimeWish[]): string =>
  wishes.map((wish) => wishWords(here, wish)).join(here.t.shell.wishOr);

/** The parts of a day, to choose from. */
export function partChoices({ t }: Here): { value: TimeWish['part']; label: string }[] {
  return (['any', 'morning', 'afternoon', 'evening'] as const).map((value) => ({ value, label: t.shell.parts[value] }));
}
