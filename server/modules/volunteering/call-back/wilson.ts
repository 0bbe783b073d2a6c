import type { Share } from '../contract.ts';

const z = 1.959964;

/** A share with its 95 % interval by Wilson's score (E. B. Wilson, JASA 22, 1927): honest for few answers, never beyond 0 and 1. Null where there is none. */
export function shareOf(part: number, of: number): Share {
  if (of === 0) return null;
  const share = part / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  const rounded = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1_000) / 1_000;
  return { part, of, low: rounded((middle - half) / whole), high: rounded((middle + half) / whole) };
}
