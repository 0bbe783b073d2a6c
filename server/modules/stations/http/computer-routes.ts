import { z } from 'zod';
import { computerCookieName } from '#access';
import { computerList, newComputer } from '#access/contract';
import { hostCookie } from '#platform/http/cookies';
import { route } from '#platform/http/route';
import { endStationComputer } from '../computer/end-station-computer.ts';
import { listComputers, registerComputer } from '../computer/register-computer.ts';

/** The longest time browsers keep a cookie. */
const yearSeconds = 400 * 86_400;
const params = z.strictObject({ id: z.uuid() });

/** The computers at a station's counter. */
export const computerRoutes = [
  route({
    method: 'GET',
    path: '/stations/:id/computers',
    ability: 'station.change',
    summary: 'The computers of a station, at which people switch by PIN.',
    params,
    answer: computerList,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id } }) => listComputers(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/stations/:id/computers',
    ability: 'station.change',
    summary: 'This browser becomes a computer of the station.',
    // Its answer sets a cookie, which no repeated answer could.
    idempotency: 'none',
    params,
    body: newComputer,
    answer: computerList,
    refuses: ['NotFound', 'StepUpRequired'],
    handle: async ({ ctx, actor, params: { id }, body, reply }) => {
      const { list, secret } = await registerComputer(ctx, actor, id, body);
      reply.header('set-cookie', hostCookie(computerCookieName, secret, yearSeconds));
      return list;
    },
  }),
  route({
    method: 'DELETE',
    path: '/stations/:id/computers/:computerId',
    ability: 'station.change',
    summary: 'The computer is the station’s no more; its sessions end.',
    params: z.strictObject({ id: z.uuid(), computerId: z.uuid() }),
    answer: computerList,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id, computerId } }) => endStationComputer(ctx, actor, id, computerId),
  }),
];
