import { placeStory } from '#newsroom';
import { countyClock } from '../content/county-time.ts';
import type { Teller } from './teller.ts';

/** What the editor put on the front page: one that stands until tomorrow, one that comes tomorrow. The published stories must be there. */
export async function loadFront(teller: Teller): Promise<void> {
  const editor = 'linxiaohe';
  const inHours = (hours: number): Date => new Date(countyClock.getTime() + hours * 3_600_000 + 60_000);
  await teller.once('front:bridge-lamps', async (tx) => {
    teller.hoursAgo(2);
    const storyId = teller.id('story:bridge-lamps:zh');
    const until = { fromAt: undefined, untilAt: inHours(17) };
    return placeStory(tx.ctx, await teller.actor(tx, editor), { section: null, slot: 4, storyId, ...until });
  });
  await teller.once('front:autumn-market', async (tx) => {
    teller.hoursAgo(1);
    const storyId = teller.id('story:autumn-market:zh');
    const times = { fromAt: inHours(12), untilAt: inHours(36) };
    return placeStory(tx.ctx, await teller.actor(tx, editor), { section: null, slot: 2, storyId, ...times });
  });
}
