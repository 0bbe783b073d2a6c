import { bilingual } from '../../kit/texts.ts';

/** Words of where a contributed story comes from. */
export const originTexts = bilingual(
  'newsroom.origin',
  {
    part: '从哪里来',
    verified: '防伪码核过',
    publisher: '原单位',
    edition: (number: number, when: string) => `第 ${number} 版，${when} 发布`,
    original: '看原文',
    steps: '那边审了',
    readings: (count: number) => `${count} 道，都有签名`,
    checked: '怎么核的',
    checkedAt: (when: string, host: string) => `${when} 收到时，用 ${host} 公布的密钥核的：文字一字不差`,
    again: '自己再核一次',
    corrected: (publisher: string, when: string) => `${publisher} ${when} 更正了原文。`,
    note: (words: string) => `更正说明：${words}`,
    seeCorrected: '看更正后的原文',
    withdrawn: (publisher: string, when: string) => `${publisher} ${when} 撤下了原文。这里撤不撤，由值班的人定。`,
    beginFirst: '要跟着改，先按“更正”开始一次更正，再回到这里改用更正后的文字。',
    take: '改用更正后的文字',
    takeAsk: '改用更正后的文字？',
    takeWill:
      '正在改的这一稿换成原单位更正后的全文；这里改过的字句要重新改，审过的签名不算了，从头审。旧的一稿留在历史里。',
    taken: '换成更正后的文字了。',
    leave: '处理过了',
    left: '记下了。',
  },
  {
    part: 'Where it comes from',
    verified: 'Mark verified',
    publisher: 'Published by',
    edition: (number: number, when: string) => `edition ${number}, ${when}`,
    original: 'See the original',
    steps: 'Readings there',
    readings: (count: number) => `${count}, each signed`,
    checked: 'How it was checked',
    checkedAt: (when: string, host: string) =>
      `When it arrived, ${when}, with the keys that ${host} publishes: the text is the signed one, word for word`,
    again: 'Check it yourself',
    corrected: (publisher: string, when: string) => `${publisher} corrected the original, ${when}.`,
    note: (words: string) => `What was wrong: ${words}`,
    seeCorrected: 'See the corrected original',
    withdrawn: (publisher: string, when: string) =>
      `${publisher} took the original down, ${when}. Whether it is taken down here is for whoever is on duty.`,
    beginFirst: 'To follow it, begin a correction first, then come back here and take the corrected text over.',
    take: 'Take the corrected text',
    takeAsk: 'Take the corrected text over?',
    takeWill:
      'The text in work becomes the corrected original as a whole: changes made here must be made again, signatures of the review are void and it begins anew. The former text stays in the history.',
    taken: 'The corrected text is here.',
    leave: 'Dealt with',
    left: 'Noted.',
  },
);
