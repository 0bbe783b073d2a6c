import { bilingual } from '../kit/texts.ts';

/** Words of orders that are one round. */
export const roundTexts = bilingual(
  'volunteering.round',
  {
    bundle: '合成一趟',
    first: '先去哪一单',
    firstHint: '其余的按列表的先后接着去。请的时候整趟一起请，各单还是各单。',
    becomes: '进这一趟',
    begins: '这一趟的第一处',
    unbundle: '从一趟里拿出来',
    alone: '单独派',
    stops: (count: number) => `一趟 ${count} 处`,
    together: (count: number) => `这一趟有 ${count} 处，一次请同一位，从这个时间起一处接一处。`,
    lead: '整趟一起请，一次答复。各单的状态和编号不变。',
    once: '答应就是整趟都去。',
    here: '这一单',
  },
  {
    bundle: 'Make one round',
    first: 'Which one is visited first',
    firstHint: 'The others follow in the order of the list. They are offered as one, and stay orders of their own.',
    becomes: 'joins the round',
    begins: 'first stop of the round',
    unbundle: 'Take out of the round',
    alone: 'stands by itself again',
    stops: (count) => `Round of ${count}`,
    together: (count) =>
      `This round has ${count} stops: the same person is asked for all, one after the other from this time on.`,
    lead: 'Offered as one, answered once. Each order keeps its own state and code.',
    once: 'A yes is for all of them.',
    here: 'this order',
  },
);
