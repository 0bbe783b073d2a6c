import type { Wish } from '#volunteering/contract';
import { countyClock, localTime, momentAt } from '../content/county-time.ts';
import type { OrderContent } from '../content/orders.ts';

/** The windows a resident wished for, in the words of the form: a day and a part of it. What lies before the order itself is left out. */
export function wishesOf({ wishedWindows, history }: OrderContent): Wish[] {
  const orderedInMinutes = -(history[0]?.atMinutesAgo ?? 0);
  const today = dayOf(orderedInMinutes);
  const wishes = wishedWindows.slice(0, 3).flatMap((window): Wish[] => {
    const on = dayOf(window.startsInMinutes);
    if (on < today) return [];
    const part = partOf(window.startsInMinutes);
    const isOver = on === today && localTime(countyClock, orderedInMinutes).minute >= endOf[part] * 60;
    return [{ on, part: isOver ? 'any' : part }];
  });
  // Two windows of one part of a day are one wish.
  return wishes.filter(
    ({ on, part }, at) => !wishes.slice(0, at).some((one) => one.on === on && [part, 'any'].includes(one.part)),
  );
}

const endOf = { morning: 13, afternoon: 19, evening: 24 } as const;

function partOf(inMinutes: number): 'morning' | 'afternoon' | 'evening' {
  const { minute } = localTime(countyClock, inMinutes);
  return minute < 12 * 60 ? 'morning' : minute < 18 * 60 ? 'afternoon' : 'evening';
}

const dayOf = (inMinutes: number): string =>
  new Date(momentAt(countyClock, inMinutes).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
