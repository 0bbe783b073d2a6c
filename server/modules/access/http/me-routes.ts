import { route } from '#platform/http/route';
import { meView, waitingList } from '../contract.ts';
import { me } from '../me/me.ts';
import { waitingForMe } from '../me/waiting-for-me.ts';

/** Who is signed in. */
export const meRoutes = [
  route({
    method: 'GET',
    path: '/me',
    ability: 'signed-in',
    summary: 'Who is signed in, what they may do, and what waits for them.',
    beforeSecondFactor: true,
    answer: meView,
    handle: ({ ctx, actor }) => me(ctx, actor),
  }),
  route({
    method: 'GET',
    path: '/me/waiting',
    ability: 'own-data.see',
    summary: 'What waits for the person signed in, most urgent first: the cards of "my work".',
    answer: waitingList,
    handle: ({ ctx, actor }) => waitingForMe(ctx, actor),
  }),
];
