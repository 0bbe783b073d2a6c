import { route } from '#platform/http/route';
import { meView } from '../contract.ts';
import { me } from '../me/me.ts';

/** Who is signed in. */
export const meRoutes = [
  route({
    method: 'GET', path: '/me', ability: 'signed-in', summary: 'Who is signed in, what they may do, and what waits for them.', beforeSecondFactor: true,
    answer: meView,
    handle: ({ ctx, actor }) => me(ctx, actor),
  }),
];
