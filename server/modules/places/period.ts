import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Period } from './contract.ts';
import { today } from './today.ts';

const dayMilliseconds = 86_400_000;
const longestDays = 800;

/** The days asked for, both included (YYYY-MM-DD, the county's), else the last `days` up to today. Refuses: BadRequest (400) for a period that ends before it begins or is longer than `longest` days (about two years). */
export function periodOf(tx: Tx, asked: Period, days: number, longest = longestDays): { from: string; until: string } {
  const until = asked.until ?? today(tx);
  const from = asked.from ?? new Date(Date.parse(until) - (days - 1) * dayMilliseconds).toISOString().slice(0, 10);
  const length = (Date.parse(until) - Date.parse(from)) / dayMilliseconds;
  if (length < 0 || length > longest) refuse('BadRequest', {}, [{ path: '/query/from', code: 'invalid_value' }]);
  return { from, until };
}
