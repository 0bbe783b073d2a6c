import { bilingual } from '../kit/texts.ts';

/** Words about who is at a door, and how an arrival was shown. */
export const presenceTexts = bilingual(
  {
    door: {
      act: '有人敲门',
      title: '来人是不是我们的',
      hint: '请来电的人把门外说的暗语念给您听。这里不显示地址；查一次记一次。',
      words: '门外说的两个词',
      find: '查一查',
      yes: '是我们的人',
      no: '不是我们的暗语',
      noHint: '请来电的人先别开门。再念一遍还是不对，就请村里去看看。',
      helpers: (names: string) => `去的是：${names}`,
      there: '已经到了',
      expected: '约好了',
    },
    says: {
      helper: '来人先说',
      served: '被服务的人回',
      hint: '打电话告诉本人：先听对方说，说对了再回。',
    },
    proofs: {
      word: '回话对上了',
      code: '签到码对上了',
      near: '手机说就在附近',
      keeper: '站里记的',
      wrong: '进门填的没对上',
    },
    arrived: {
      act: '人到了',
      title: '替去的人记“到了”',
      hint: '您看见了，或者对方来电说了，才记。这次的时长算组织方证明的。',
      word: '被服务的人回的两个词（知道就填）',
      done: '记下了。',
    },
    absent: {
      act: '来不了',
      title: (name: string) => `${name}来不了`,
      consequence: '本人打电话说了才记，不问原因，也不记到谁头上。同去的人照去；缺人就回到派单，再请别人。',
      done: '记下了，本人也会收到一条消息。',
    },
    code: {
      act: '签到码',
      title: '给来帮忙的人看',
      hint: '到了看一次，走的时候再看一次。每两分钟换一个。',
    },
  },
  {
    door: {
      act: 'Somebody at a door',
      title: 'Is the person at the door one of ours?',
      hint: 'Ask the caller to repeat what the person at the door said. No address is shown here; every question is written down.',
      words: 'The two words',
      find: 'Check',
      yes: 'One of ours',
      no: 'Not one of our passwords',
      noHint:
        'Ask the caller not to open. If it still does not fit the second time, ask somebody of the village to look.',
      helpers: (names) => `Who goes: ${names}`,
      there: 'has arrived',
      expected: 'expected',
    },
    says: {
      helper: 'The helper says first',
      served: 'The person served answers',
      hint: 'Tell them by telephone: listen first, answer only when it is right.',
    },
    proofs: {
      word: 'their words fit',
      code: 'the code fit',
      near: 'their phone said it was near',
      keeper: 'the station says so',
      wrong: 'what was typed at the door did not fit',
    },
    arrived: {
      act: 'They are there',
      title: 'Say for them that they are there',
      hint: 'Only what you saw, or were told on the telephone. The organiser then vouches for the hours of this visit.',
      word: 'The two words of the person served (if you heard them)',
      done: 'Written down.',
    },
    absent: {
      act: 'Cannot come',
      title: (name) => `${name} cannot come`,
      consequence:
        'Only when they said so themselves. No reason is asked, and it counts against nobody. The others still go; where somebody is lacking the order goes back to dispatch.',
      done: 'Written down. They are told as well.',
    },
    code: {
      act: 'Arrival code',
      title: 'Show this to whoever came to help',
      hint: 'Once when they arrive and once when they leave. It changes every two minutes.',
    },
  },
);
