import type { OrderContent } from '../order-content.ts';
import { stationFor } from '../people.ts';
import type { Chance } from '../random.ts';
import type { Diary } from './diary.ts';
import { orderNotes } from './notes.ts';
import type { OrderNote } from './notes.ts';

/** What the making of orders shares. */
export interface Making {
  now: Date;
  chance: Chance;
  diary: Diary;
  residentIn: (villageCode: string) => OrderContent['orderedBy'];
  /** Each note is used once; then orders come without one. */
  noteFor: (serviceKey: string) => OrderNote | undefined;
}

/** Draws notes without repeating one. */
export function notesFrom(chance: Chance): Making['noteFor'] {
  const left = new Map([...orderNotes].map(([key, notes]) => [key, chance.shuffled(notes)]));
  return (serviceKey) => left.get(serviceKey)?.pop();
}

/** How orders come in: two in five over the web. `luck` is at least 0, below 1. */
export function channelFrom(luck: number): OrderContent['channel'] {
  return luck < 0.42 ? 'web' : luck < 0.72 ? 'phone' : luck < 0.93 ? 'desk' : 'paper';
}

/** The channel, and the keeper who wrote it down. */
export function takenDown(
  channel: OrderContent['channel'],
  villageCode: string,
): Pick<OrderContent, 'channel' | 'takenDownBy'> {
  return channel === 'web' ? { channel } : { channel, takenDownBy: stationFor(villageCode).keeperKey };
}
