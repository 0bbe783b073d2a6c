import { letterReturned } from '#newsroom';
import { dueBy } from '#platform/due';
import { within } from '#platform/events';
import type { Kind } from '../kind.ts';
import { correct } from './correct.ts';
import { newDkimKey } from './dkim.ts';
import { facts } from './facts.ts';
import { oneClickRoutes } from './http/one-click-routes.ts';
import { returnedRoutes } from './http/returned-routes.ts';
import { lookUp } from './look-up.ts';
import { closePostOffice } from './letter/post-letter.ts';
import { bringLettersForward } from './mailing/bring-forward.ts';
import { deliverMailings } from './mailing/deliver-mailings.ts';
import { planDigests } from './mailing/plan-digests.ts';
import { choicesPage } from './page/choices-page.ts';
import { confirmPage } from './page/confirm-page.ts';
import { subscribePage } from './page/subscribe-page.ts';
import { personalData } from './personal-data.ts';
import { send } from './send.ts';
import { showWhole } from './show-whole.ts';
import { newsletterSettings } from './settings.ts';
import type { NewsletterSettings } from './settings.ts';
import { noteReturned } from './subscriber/note-bounce.ts';
import { subscriberAgain } from './subscriber/leave-for-good.ts';
import { pruneSubscribers } from './subscriber/prune-subscribers.ts';
import { test } from './test.ts';
import { texts } from './texts.ts';
import { withdraw } from './withdraw.ts';

/** A newsletter by e-mail, for whoever asked for it and confirmed. A letter is never called back: a correction or a withdrawal is a further letter, in the same thread, to exactly those who got the first. One copy in the ledger, one row for each letter (`channels.mailings`). Nothing tells who opened what. */
export const newsletter: Kind<NewsletterSettings> = {
  key: 'newsletter',
  settings: newsletterSettings,
  texts,
  secret: { from: 'kept', make: newDkimKey },
  capabilities: () => ({
    correct: 'notice',
    withdraw: 'notice',
    endsNotices: false,
    readsBack: false,
    carrier: 'program',
  }),
  showWhole,
  send,
  correct,
  withdraw,
  lookUp,
  test,
  facts,
  routes: [...oneClickRoutes, ...returnedRoutes],
  pages: [subscribePage, confirmPage, choicesPage],
  recurring: [
    {
      name: 'channels.mail',
      everySeconds: 2,
      due: dueBy('channels.due_mailings'),
      run: deliverMailings,
      drain: closePostOffice,
    },
    { name: 'channels.digests', everySeconds: 60, due: dueBy('channels.due_digests'), run: planDigests },
    { name: 'channels.prune-subscribers', everySeconds: 3_600, cannotBeUndone: true, run: pruneSubscribers },
    bringLettersForward,
  ],
  subscriptions: [
    within(letterReturned, (tx, event) => noteReturned(tx, event.payload.messageId, event.payload.status)),
  ],
  personalData,
  erasures: [subscriberAgain],
};
