import { makeApiKey, revokeApiKey } from '#access';
import { drawInspection } from '#newsroom';
import { today } from '#places';
import type { Tx } from '#platform/transaction';
import type { Teller } from './teller.ts';

const chief = 'fangyuanshan';

/** What others take: keys for programs that read the published stories, one of them over. */
export async function loadApiKeys(teller: Teller): Promise<void> {
  const give = (key: string, wish: { owner: string; purpose: string; perMinute: number }): Promise<string> =>
    teller.once(`api-key:${key}`, async (tx) => {
      const { id } = await makeApiKey(tx.ctx, await teller.actor(tx, chief), wish);
      return id;
    });
  teller.hoursAgo(24 * 60);
  const former = await give('former', {
    owner: '清江晚报 新媒体部 吴老师 0000-5550131',
    purpose: '试接县里的稿件，改由推送接收',
    perMinute: 600,
  });
  await give('library', {
    owner: '省图书馆 地方文献组 李老师 0000-5550162',
    purpose: '地方文献收藏：存一份镜像，每晚更新',
    perMinute: 3_000,
  });
  await give('school', {
    owner: '清江师范学院 新闻系 周老师',
    purpose: '毕业设计：乡镇报道怎么写水情',
    perMinute: 600,
  });
  teller.hoursAgo(24 * 9);
  await teller.once('api-key:former-over', async (tx) => {
    await revokeApiKey(tx.ctx, await teller.actor(tx, chief), former);
    return former;
  });
}

/** Two draws for inspection: of the month before, and of the weeks since. The stories must be there. */
export async function loadInspections(teller: Teller): Promise<void> {
  const draw = (key: string, hoursAgo: number, days: number, seed: string): Promise<string> => {
    teller.hoursAgo(hoursAgo);
    return teller.once(`inspection:${key}`, async (tx) => {
      const { id } = await drawInspection(tx.ctx, await teller.actor(tx, chief), { ...lastDays(tx, 21), days, seed });
      return id;
    });
  };
  await draw('first', 24 * 20, 2, '20261102');
  await draw('second', 24 * 2, 3, '20261120');
}

// Up to yesterday: today may still bring an edition.
function lastDays(tx: Tx, count: number): { from: string; until: string } {
  const before = (days: number): string =>
    new Date(Date.parse(`${today(tx)}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  return { from: before(count), until: before(1) };
}
