import { bilingual } from '../../kit/texts.ts';

/** Words of what a volunteer is asked and has taken. */
export const offerTexts = bilingual(
  {
    title: '请我去的',
    asked: '有人请您',
    coming: '接下来',
    past: '以前的',
    none: '现在没有人请您。',
    noneHint: '有合适的事，会告诉您。',
    go: '我去',
    notNow: '这次不去',
    noReason: '不去不用说理由，也不影响什么。',
    answerIn: '答复',
    went: '答应了，谢谢。',
    declined: '好的，这次不去。',
    people: (needed: number, taken: number) => (needed > 1 ? `要 ${needed} 位，已有 ${taken} 位` : '一位'),
    team: (name: string) => `请${name}，先答应的去`,
    km: (km: number) => `离您 ${km.toFixed(1)} 公里`,
  },
  {
    title: 'Asked of me',
    asked: 'You are asked',
    coming: 'Coming up',
    past: 'Earlier',
    none: 'Nobody asks you just now.',
    noneHint: 'You will be told when something fits.',
    go: 'I will go',
    notNow: 'Not this time',
    noReason: 'No reason needed, and it changes nothing.',
    answerIn: 'Answer',
    went: 'You said yes. Thank you.',
    declined: 'All right, not this time.',
    people: (needed, taken) => (needed > 1 ? `${needed} people, ${taken} so far` : 'one person'),
    team: (name) => `${name} is asked: the first to say yes goes`,
    km: (km) => `${km.toFixed(1)} km from you`,
  },
);
