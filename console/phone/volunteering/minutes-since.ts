import type { VisitLine } from '@xiangyin/server/contract';
import type { Act } from '../outbox/entry.ts';

/** How long somebody has been at a door by `now`, in whole fives: from their arrival, also one that this phone has yet to tell (`told`), else from when it was agreed. Between 5 minutes and ten hours. */
export function minutesSince(
  visit: Pick<VisitLine, 'id' | 'own' | 'checkedInAt' | 'startsAt'>,
  told: readonly Act[],
  now: number,
): number {
  const began = Date.parse(visit.own?.arrivedAt ?? arrivalTold(visit.id, told) ?? visit.checkedInAt ?? visit.startsAt);
  return Math.min(600, Math.max(5, Math.round((now - began) / 300_000) * 5));
}

function arrivalTold(visitId: string, told: readonly Act[]): string | undefined {
  const arrival = told.find(({ kind, subjectId }) => kind === 'check-in' && subjectId === visitId);
  const body = arrival && 'body' in arrival ? arrival.body : null;
  if (typeof body !== 'object' || body === null || !('happenedAt' in body)) return undefined;
  return typeof body.happenedAt === 'string' ? body.happenedAt : undefined;
}
