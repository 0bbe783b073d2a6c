import { checkInFrom, seeUntil } from '../permissions.ts';
import type { Tx } from '#platform/transaction';
import { keyedHash } from '../order/keyed-hash.ts';
import type { VisitRow } from './visit-queries.ts';

/** For how long one code is shown. */
export const stepSeconds = 120;
/** How far the phone's clock, or the page that shows the code, may be behind or ahead of the code's own time. */
export const skewMinutes = 10;
/** How late an arrival may reach us and still be known by its code or word. */
export const lateDays = 3;

type Coded = Pick<VisitRow, 'id' | 'startsAt' | 'endsAt'>;
const stepAt = (at: Date): number => Math.floor(at.getTime() / (stepSeconds * 1_000));
const timeOf = (step: number): Date => new Date(step * stepSeconds * 1_000);

// Eight digits of an HMAC over the visit and the step (as RFC 4226 §5.3 takes digits, from a longer number).
async function codeOf(tx: Tx, visitId: string, step: number): Promise<string> {
  const hash = await keyedHash(tx, 'visit-code', `${visitId} ${step}`);
  return String(Number.parseInt(hash.slice(0, 12), 16) % 100_000_000).padStart(8, '0');
}

/** The code that is shown now for a visit, as `4821 9035`, and until when; null outside the time in which somebody may arrive or leave. */
export async function codeNow(tx: Tx, visit: Coded): Promise<{ code: string; until: Date } | null> {
  if (tx.at < checkInFrom(visit.startsAt) || tx.at > seeUntil(visit.endsAt)) return null;
  const step = stepAt(tx.at);
  const code = await codeOf(tx, visit.id, step);
  return { code: `${code.slice(0, 4)} ${code.slice(4)}`, until: timeOf(step + 1) };
}

/** When this code was shown for the visit, the first time that fits; null: never. Only times up to now count, so that nobody carries a code ahead of its time. */
export async function timeOfCode(tx: Tx, visit: Coded, typed: string): Promise<Date | null> {
  const code = typed.normalize('NFKC').replace(/\D/g, '');
  if (!/^\d{8}$/.test(code)) return null;
  const last = stepAt(tx.at < seeUntil(visit.endsAt) ? tx.at : seeUntil(visit.endsAt));
  for (let step = stepAt(checkInFrom(visit.startsAt)); step <= last; step += 1)
    if ((await codeOf(tx, visit.id, step)) === code) return timeOf(step);
  return null;
}
