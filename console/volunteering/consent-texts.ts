import { bilingual } from '../kit/texts.ts';

/** Words of what volunteers agree to. */
export const consentTexts = bilingual(
  'volunteering.consent',
  {
    title: '同意过什么',
    purposes: { volunteering: '用来安排志愿服务', 'home-visits': '可以请上门', minor: '监护人同意' },
    follows: {
      volunteering: '收回以后，马上不再问，答应过的另找人；记下的时长留着。想回来，再同意就行。',
      'home-visits': '收回以后，马上不再请上门，答应过的上门另找人。',
      minor: '监护人收回以后，马上不再派活，答应过的另找人。',
    },
    yes: '同意',
    no: '不同意',
    gave: '同意',
    took: '收回',
    by: { self: '本人', guardian: '监护人' },
    withFirst: '报名时一起同意的',
    takeBack: '收回',
    give: '再同意',
  },
  {
    title: 'What was agreed to',
    purposes: {
      volunteering: 'Arranging volunteering',
      'home-visits': 'Being asked into homes',
      minor: 'A guardian agrees',
    },
    follows: {
      volunteering:
        'Once taken back nothing is asked any more, and what was promised is given to somebody else; recorded hours stay. To come back, agree again.',
      'home-visits': 'Once taken back no home is offered, and promised ones are given to somebody else.',
      minor: 'Once a guardian takes it back nobody is sent anywhere, and what was promised is given to somebody else.',
    },
    yes: 'agreed',
    no: 'not agreed',
    gave: 'agreed',
    took: 'taken back',
    by: { self: 'themselves', guardian: 'guardian' },
    withFirst: 'agreed to when they joined',
    takeBack: 'Take back',
    give: 'Agree again',
  },
);
