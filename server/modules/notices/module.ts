import type { Manifest } from '#platform/manifest';
import { noticeRoutes } from './http/notice-routes.ts';
import { sendDueLetters } from './letter/send-letters.ts';
import { sendDueDeliveries } from './message/send-deliveries.ts';
import { personalData } from './personal-data.ts';
import { texts } from './texts/index.ts';

/** What the module notices gives to the program: one's own messages, and their way out. */
export const notices: Manifest = {
  name: 'notices',
  routes: noticeRoutes,
  texts,
  recurring: [
    { name: 'notices.send', everySeconds: 2, run: sendDueDeliveries },
    { name: 'notices.letters', everySeconds: 2, run: sendDueLetters },
  ],
  personalData,
};
