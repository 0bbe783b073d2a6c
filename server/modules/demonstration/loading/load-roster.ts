import { addGrant } from '#access';
import { rootPlace } from '#places';
import { systemActor } from '#platform/actor';
import { countyClock } from '../content/county-time.ts';
import type { Teller } from './teller.ts';

// From the next full hour: people change places when the clock strikes.
const nextHour = Math.ceil(countyClock.getTime() / 3_600_000) * 3_600_000;
const inHours = (hours: number): Date => new Date(nextHour + hours * 3_600_000);
const halfMonth = (day: string): Date => new Date(`${day}T08:00:00+08:00`);

/** From here on one chief editor at a time signs last. */
export const chiefsTakeTurnsFrom = inHours(0);

interface Turn {
  readonly key: string;
  readonly role: 'editor' | 'chief-editor';
  readonly fromAt: Date;
  readonly untilAt: Date;
}

/** Two editors take turns on duty, and between them a day is still open: the gap that roster and calendar show before it comes. Two chief editors take turns by the half-month, as newsrooms do. */
export async function loadRoster(teller: Teller): Promise<void> {
  const days = ['2026-12-01', '2026-12-16', '2027-01-01', '2027-01-16', '2027-02-01', '2027-02-16'].map(halfMonth);
  const changes = [chiefsTakeTurnsFrom, ...days];
  const turns: readonly Turn[] = [
    { key: 'zhouyan', role: 'editor', fromAt: inHours(-58), untilAt: inHours(38) },
    { key: 'linxiaohe', role: 'editor', fromAt: inHours(62), untilAt: inHours(62 + 24 * 60) },
    ...changes.slice(0, -1).map((fromAt, at): Turn => ({
      key: at % 2 === 0 ? 'fangyuanshan' : 'qinzhuqing',
      role: 'chief-editor',
      fromAt,
      untilAt: changes[at + 1] ?? fromAt,
    })),
  ];
  for (const [at, { key, role, ...when }] of turns.entries())
    await teller.once(role === 'editor' ? `duty:${key}` : `duty:${key}:${at}`, async (tx) => {
      teller.hoursAgo(60);
      const placeId = rootPlace(tx).id;
      const personId = (await teller.actor(tx, key)).id;
      await addGrant(tx, systemActor('demonstration'), { personId, role, placeId, duty: true, ...when });
      return personId;
    });
}
