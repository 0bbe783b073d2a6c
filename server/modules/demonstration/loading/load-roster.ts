import { addGrant } from '#access';
import { rootPlace } from '#places';
import { systemActor } from '#platform/actor';
import { countyClock } from '../content/county-time.ts';
import type { Teller } from './teller.ts';

// From the next full hour: people change places when the clock strikes.
const nextHour = Math.ceil(countyClock.getTime() / 3_600_000) * 3_600_000;
const inHours = (hours: number): Date => new Date(nextHour + hours * 3_600_000);

/** Two editors take turns on duty, and between them a day is still open: the gap that roster and calendar show before it comes. */
export async function loadRoster(teller: Teller): Promise<void> {
  const turns = [
    { key: 'zhouyan', fromAt: inHours(-58), untilAt: inHours(38) },
    { key: 'linxiaohe', fromAt: inHours(62), untilAt: inHours(62 + 24 * 60) },
  ] as const;
  for (const { key, ...when } of turns)
    await teller.once(`duty:${key}`, async (tx) => {
      teller.hoursAgo(60);
      const placeId = rootPlace(tx).id;
      const personId = (await teller.actor(tx, key)).id;
      await addGrant(tx, systemActor('demonstration'), { personId, role: 'editor', placeId, duty: true, ...when });
      return personId;
    });
}
