/** Words of the channels' pages. */
export const channels = {
  receipts: {
    title: '发到了哪里',
    lead: '“到了”是收到了对方的回执；“对方收下了”还没有看到它出现；没有回执的，我们不说到了。',
    caption: '每一份的回执',
    channel: '渠道',
    edition: '版次',
    state: '怎么样了',
    time: '时间',
    fingerprint: '在对方看到的指纹',
    states: {
      confirmed: '到了',
      accepted: '对方收下了',
      waiting: '还没有送',
      failed: '没有送到',
      replaced: '已换成新版',
    },
    noFingerprint: '对方不回',
    same: '与本版一致',
    different: '与本版不同',
    look: '去看',
    none: '还没有发到任何渠道。',
    now: (number: number, at: string) => `现在有效的是第${number}版（${at}），指纹：`,
    back: '回到文章',
  },
};
