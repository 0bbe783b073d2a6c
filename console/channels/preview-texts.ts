import { bilingual } from '../kit/texts.ts';

const few = 3;

/** Words of the previews beside the editor. */
export const previewTexts = bilingual(
  'channels.preview',
  {
    title: '各处的样子',
    allFits: '各处的限制都没有超。',
    shownFit: '下面列出的几处都没有超。',
    others: (count: number) => `另有 ${count} 处没有列出`,
    showAll: '都列出来',
    failed: '这会儿看不到各处的样子，过一会儿再试。',
    over: (channel: string, part: string, over: number) => `${channel}：${part}超了 ${over}`,
    likeSite: (names: readonly string[]) =>
      names.length > few
        ? `${names.slice(0, few).join('、')}等 ${names.length} 处，和网站上一样。`
        : `${names.join('、')}：和网站上一样。`,
    untitled: '（还没有标题）',
    empty: '（还没有正文）',
    noAuthor: '不署名',
    whole: '看全文的样子',
    of: (has: string, most: string) => `${has} / ${most}`,
    left: (left: number, most: number) => `今天还能发 ${left} 份（一天 ${most} 份）`,
    lost: {
      links: (count: number) => `${count} 个链接点不开，只留文字`,
      recordings: (count: number) => `${count} 段录音或录像放不了，只留文字`,
    },
    lostOther: (code: string, count: number) => `${code}：${count} 处不保留`,
    never: { correct: '发出去就改不了', withdraw: '发出去就收不回来' },
    replace: '要改就得删掉重发，地址会变',
  },
  {
    title: 'How it looks elsewhere',
    allFits: 'No limit is exceeded anywhere.',
    shownFit: 'No limit is exceeded in those below.',
    others: (count: number) => (count === 1 ? 'One other is not shown' : `${count} others are not shown`),
    showAll: 'Show all',
    failed: 'The previews cannot be shown just now. Please try again in a while.',
    over: (channel: string, part: string, over: number) => `${channel}: ${part.toLowerCase()} ${over} too many`,
    likeSite: (names: readonly string[]) =>
      names.length > few
        ? `${names.slice(0, few).join(', ')} and others (${names.length} in all) show it as the site does.`
        : `${names.join(', ')}: as on the site.`,
    untitled: '(no headline yet)',
    empty: '(no text yet)',
    noAuthor: 'no author named',
    whole: 'See it whole',
    of: (has: string, most: string) => `${has} of ${most}`,
    left: (left: number, most: number) => `${left} of ${most} left today`,
    lost: {
      links: (count: number) => (count === 1 ? '1 link becomes plain words' : `${count} links become plain words`),
      recordings: (count: number) =>
        count === 1 ? '1 recording cannot be played there' : `${count} recordings cannot be played there`,
    },
    lostOther: (code: string, count: number) => `${code}: ${count} not kept`,
    never: { correct: 'cannot be changed once it is there', withdraw: 'cannot be called back' },
    replace: 'a change deletes it and publishes another, at another address',
  },
);

/** What does not survive in a channel, in words. */
export const lostWords = (words: (typeof previewTexts)['en'], code: string, count: number): string =>
  code in words.lost ? words.lost[code as keyof typeof words.lost](count) : words.lostOther(code, count);
