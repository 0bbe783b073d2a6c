import { addChannel, copiesInHandsOf, enterReceipt } from '#channels';
import { placeByCode, rootPlace } from '#places';
import { refuse } from '#platform/refuse';
import { placeByName } from '../content/places.ts';
import type { Teller } from './teller.ts';

const keeper = 'chenxi';

/** The group of a town's villagers, to which its correspondent posts by hand. The stories come after it. */
export async function loadChannels(teller: Teller): Promise<void> {
  teller.hoursAgo(24 * 98);
  await teller.once('channel:liuhe', async (tx) => {
    const place = placeByCode(tx, placeByName('柳河镇').code) ?? refuse('NotFound');
    const { channel } = await addChannel(tx.ctx, await teller.actor(tx, 'dingyinuo'), {
      name: '柳河镇村民群',
      placeId: place.id,
      sectionIds: null,
      language: 'zh-CN',
      isOn: true,
      pauseSeconds: 0,
      dailyLimit: null,
      keeperId: teller.id(`person:${keeper}`),
      settings: {
        kind: 'manual',
        instructions: '先发标题和头两段，再发原文的二维码；通知类置顶一天。晚上九点以后不发，急的除外。',
        correct: 'notice',
        withdraw: 'delete',
      },
    });
    return channel.id;
  });
}

/** The county's newsletter: it stands when the stories are there, so that nothing old is written to anybody. */
export async function loadNewsletter(teller: Teller): Promise<void> {
  teller.hoursAgo(0);
  await teller.once('channel:newsletter', async (tx) => {
    const { channel } = await addChannel(tx.ctx, await teller.actor(tx, 'dingyinuo'), {
      name: '清溪邮报',
      placeId: rootPlace(tx).id,
      sectionIds: null,
      language: 'zh-CN',
      isOn: true,
      pauseSeconds: 30,
      dailyLimit: null,
      keeperId: null,
      settings: {
        kind: 'newsletter',
        lead: '早上七点，一封信说完昨天县里的事；要紧的当时就寄。',
        from: null,
        returnTo: null,
        signs: false,
        digestHour: 7,
        digestWeekday: 1,
      },
    });
    return channel.id;
  });
}

/** What is younger waits. */
const postedAfterHours = 2;

/** What was posted to the group, half an hour after its publication; the latest waits. The stories must be there. */
export async function loadReceipts(teller: Teller): Promise<void> {
  teller.hoursAgo(0);
  const copies = await teller.ctx.transaction((tx) => copiesInHandsOf(tx, teller.id(`person:${keeper}`)));
  for (const { id, storyId, plannedAt, state } of copies) {
    const recent = new Date(teller.ctx.now().getTime() - postedAfterHours * 3_600_000);
    if (state !== 'manual' || plannedAt > recent) continue;
    await teller.once(`receipt:${storyId}`, async (tx) => {
      teller.at(new Date(plannedAt.getTime() + 30 * 60_000));
      await enterReceipt(tx.ctx, await teller.actor(tx, keeper), { copyId: id, address: null, pictureHash: null });
      return id;
    });
    teller.hoursAgo(0);
  }
}
