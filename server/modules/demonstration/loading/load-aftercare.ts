import { callBackSheet, drawCallBacks, enterCallBack, orderById } from '#volunteering';
import { placeByCode, today } from '#places';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { demonstrationStations } from '../content/people.ts';
import { placeByName } from '../content/places.ts';
import type { Teller } from './teller.ts';

const centre = demonstrationStations.filter(({ level }) => level === 'county').map(({ keeperKey }) => keeperKey);
/** Some have rung already: the keeper of the county centre and two who coordinate. */
const callers = [...centre, 'hexiaozhou', 'zhaoyue'];
const heard = [5, 4, 5, 3, 4] as const;

/** What follows the visits: a fortnight's call-backs, some of them made, and what volunteers and residents say of visits and hours. The orders must be there. */
export async function loadAftercare(teller: Teller): Promise<void> {
  await teller.once('call-backs', async (tx) => {
    teller.hoursAgo(5);
    const until = today(tx);
    const from = new Date(Date.parse(`${until}T00:00:00Z`) - 13 * 86_400_000).toISOString().slice(0, 10);
    const span = { from, until, size: 12, seed: '20261122' };
    const drawer = await teller.actor(tx, 'zhaoyue');
    // Of Liuhe, where another coordinator sends people: those are hers to ring.
    const liuhe = found(placeByCode(tx, placeByName('柳河镇').code)).id;
    await drawCallBacks(tx.ctx, drawer, { ...span, size: 6, placeId: liuhe, callerIds: [drawer.id] });
    await drawCallBacks(tx.ctx, drawer, span);
    for (const caller of callers) await makeCalls(teller, tx, caller);
    return teller.id('step:places');
  });
}

// Only of orders that were confirmed already: the others wait for the word of whoever ordered, as the walk shows.
async function makeCalls(teller: Teller, tx: Tx, caller: string): Promise<void> {
  const actor = await teller.actor(tx, caller);
  const { items } = await callBackSheet(tx.ctx, actor);
  for (const [at, { id, orderId }] of items.entries()) {
    if ((await orderById(tx, orderId)).state !== 'confirmed' || at % 3 !== 1) continue;
    const score = heard[at % heard.length] ?? 4;
    await enterCallBack(tx.ctx, actor, id, { reached: true, said: 'confirmed', score });
  }
}
