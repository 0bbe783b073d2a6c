import { dueBy } from '#platform/due';
import type { Manifest } from '#platform/manifest';
import { sendDuePosts } from './hook/send-posts.ts';
import { hookRoutes } from './http/hook-routes.ts';
import { noticeRoutes } from './http/notice-routes.ts';
import { sendDueLetters } from './letter/send-letters.ts';
import { sendDueDeliveries } from './message/send-deliveries.ts';
import { hookPermissions } from './permissions.ts';
import { personalData } from './personal-data.ts';
import { sealed } from './sealed.ts';
import { texts } from './texts/index.ts';

/** What the module notices gives to the program: one's own messages, and their way out. */
export const notices: Manifest = {
  name: 'notices',
  routes: [...noticeRoutes, ...hookRoutes],
  permissions: [hookPermissions],
  refusals: { TooManyHooks: 422, NotFromGateway: 403 },
  texts,
  recurring: [
    {
      name: 'notices.send',
      everySeconds: 2,
      due: dueBy('notices.due_deliveries'),
      countiesAtOnce: 4,
      withoutRoom: true,
      run: sendDueDeliveries,
    },
    {
      name: 'notices.letters',
      everySeconds: 2,
      due: dueBy('notices.due_letters'),
      countiesAtOnce: 4,
      withoutRoom: true,
      run: sendDueLetters,
    },
    {
      name: 'notices.posts',
      everySeconds: 2,
      due: dueBy('notices.due_posts'),
      countiesAtOnce: 4,
      withoutRoom: true,
      run: sendDuePosts,
    },
  ],
  personalData,
  sealed,
};
