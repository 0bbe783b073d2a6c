import { bilingual } from '../kit/texts.ts';

/** Words of the way between the console and the light phone entry. */
export const leadTexts = bilingual(
  'lead',
  {
    lighter: '在手机上？',
    open: '用轻便的手机版',
    door: '在手机上，手机版打开更快，没有信号也能写。',
  },
  {
    lighter: 'On a phone?',
    open: 'Use the light phone version',
    door: 'On a phone, the phone version opens faster and lets you write without a signal.',
  },
);
