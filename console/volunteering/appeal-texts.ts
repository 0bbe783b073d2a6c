import { bilingual } from '../kit/texts.ts';

/** Words for objections to refusals. */
export const appealTexts = bilingual(
  'volunteering.appeal',
  {
    title: '申诉',
    said: (at: string) => `点单人${at}说`,
    grant: '接下来办',
    uphold: '还是办不了',
    reason: '给点单人看的理由',
    saved: '答复好了，点单人看得到。',
    own: '这张单子是您拒的，申诉要由另一个人来答复。',
    granted: '申诉成了，已经重新安排。',
    upheld: '申诉看过了，维持拒绝。',
    write: '替来电的人申诉',
    writeLabel: '点单人怎么说',
    written: '记下了，会由另一个人来看。',
  },
  {
    title: 'Appeal',
    said: (at: string) => `Whoever ordered said, ${at}`,
    grant: 'Take it after all',
    uphold: 'Stay with the refusal',
    reason: 'Reason, for whoever ordered to read',
    saved: 'Answered; whoever ordered can read it.',
    own: 'You refused this order: somebody else must answer the appeal.',
    granted: 'Granted; somebody is being looked for.',
    upheld: 'Looked at; the refusal stands.',
    write: 'Appeal for a caller',
    writeLabel: 'What the caller says',
    written: 'Written down. Somebody else will look at it.',
  },
);
