import { z } from 'zod';
import { ruleDays } from '#platform/recurrence-rule';
import type { FieldProblem } from '#platform/refuse';
import { dayAfter } from '../county-day.ts';
import { longestByForm } from '../series/repeat-order.ts';

const rules = { weekly: 'FREQ=WEEKLY', fortnightly: 'FREQ=WEEKLY;INTERVAL=2', monthly: 'FREQ=MONTHLY' } as const;

/** So many weeks are in the longest series, the first day included. */
const mostTimes = Math.floor(longestByForm / 7) + 1;

/** Whether it comes again, as a form without script sends it: `repeat` `no`, `weekly`, `fortnightly` or `monthly`, and with it either `repeatTimes` (the first included) or `repeatUntil`. */
export const repeatFields = {
  repeat: z.enum(['no', 'weekly', 'fortnightly', 'monthly']).default('no'),
  repeatTimes: z.string().trim().max(10).default(''),
  repeatUntil: z.union([z.literal(''), z.iso.date()]).default(''),
};

interface Typed {
  wishedOn: string;
  repeat: 'no' | keyof typeof rules;
  repeatTimes: string;
  repeatUntil: string;
}

// As people write it: `6`, `６`, `6次`.
function timesIn(typed: string): number {
  const [, digits] = /^(\d{1,3})\s*次?$/.exec(typed.normalize('NFKC')) ?? [];
  return Number(digits ?? '0');
}

/** Its rule (RFC 5545 §3.3.10); undefined: it comes once. */
export function repeatRuleOf({ repeat, repeatTimes, repeatUntil }: Typed): string | undefined {
  if (repeat === 'no') return undefined;
  const end = repeatTimes === '' ? `UNTIL=${repeatUntil.replaceAll('-', '')}` : `COUNT=${timesIn(repeatTimes)}`;
  return `${rules[repeat]};${end}`;
}

/** What is missing, or does not go together. */
export function repeatProblems(typed: Typed): FieldProblem[] {
  const rule = repeatRuleOf(typed);
  if (rule === undefined) return [];
  const { wishedOn, repeatTimes, repeatUntil } = typed;
  if (wishedOn === '') return [{ path: '/wishedOn', code: 'repeat_day' }];
  if ((repeatTimes === '') === (repeatUntil === '')) return [{ path: '/repeatTimes', code: 'repeat_end' }];
  const times = timesIn(repeatTimes);
  if (repeatTimes !== '' && (times < 2 || times > mostTimes))
    return [{ path: '/repeatTimes', code: 'repeat_times', detail: { most: mostTimes } }];
  const end = repeatTimes === '' ? '/repeatUntil' : '/repeatTimes';
  const until = dayAfter(wishedOn, longestByForm);
  const days = ruleDays(rule, wishedOn, wishedOn, dayAfter(until, 31));
  if (days.length < 2) return [{ path: end, code: 'repeat_short' }];
  const isTooLong = days.some((day) => day > until) || repeatUntil > until;
  return isTooLong || days.length < times ? [{ path: end, code: 'repeat_far' }] : [];
}
