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

/** The county's own account in the fediverse. It takes everything that is published from then on; set up earlier, it would be sent months of stories on the day on which they are told. */
export async function loadAccount(teller: Teller): Promise<void> {
  teller.hoursAgo(0);
  await teller.once('channel:fediverse', async (tx) => {
    const place = placeByCode(tx, placeByName('清溪县').code) ?? refuse('NotFound');
    const { channel } = await addChannel(tx.ctx, await teller.actor(tx, 'dingyinuo'), {
      name: '联邦宇宙（Mastodon 等）',
      placeId: place.id,
      sectionIds: null,
      language: null,
      isOn: true,
      pauseSeconds: 0,
      dailyLimit: null,
      keeperId: null,
      settings: {
        kind: 'activitypub',
        handle: 'qingxi',
        title: '清溪县融媒体中心',
        summary: '清溪县的新闻和通知。说错了会在原处更正，撤下的会删掉。回复在这里看不到，有话请打县里的电话。',
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

/** The county's official account, which has no interface: an editor pastes what is made ready within its limits. Set up when everything else is there, so that it begins with what is published next. */
export async function loadOfficialAccount(teller: Teller): Promise<void> {
  teller.hoursAgo(0);
  await teller.once('channel:wechat', async (tx) => {
    const { channel } = await addChannel(tx.ctx, await teller.actor(tx, 'dingyinuo'), {
      name: '清溪融媒公众号',
      placeId: rootPlace(tx).id,
      sectionIds: null,
      language: 'zh-CN',
      isOn: true,
      pauseSeconds: 0,
      dailyLimit: null,
      keeperId: teller.id('person:zhouyan'),
      settings: { kind: 'wechat', way: 'hand', appId: '', correct: 'replace' },
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
