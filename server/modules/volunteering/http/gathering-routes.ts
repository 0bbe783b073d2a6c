import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  gatheringChange,
  gatheringLine,
  gatheringList,
  gatheringQuery,
  newGathering,
  presenceChange,
} from '../contract.ts';
import { callGathering } from '../gathering/call-gathering.ts';
import { changeGathering } from '../gathering/change-gathering.ts';
import { listGatherings } from '../gathering/list-gatherings.ts';
import { markPresence } from '../gathering/mark-presence.ts';

const params = z.strictObject({ id: z.uuid() });

/** Trainings and meetings of volunteers. */
export const gatheringRoutes = [
  route({
    method: 'GET',
    path: '/gatherings',
    ability: 'gathering.list',
    summary: 'Trainings and meetings at my places, of teams I lead, and those to which I am invited.',
    query: gatheringQuery,
    answer: gatheringList,
    handle: ({ ctx, actor, query }) => listGatherings(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/gatherings',
    ability: 'gathering.write',
    summary: 'Calls volunteers to a training or a meeting, or writes down one that was held.',
    body: newGathering,
    answer: gatheringLine,
    refuses: ['TeamClosed'],
    handle: ({ ctx, actor, body }) => callGathering(ctx, actor, body),
  }),
  route({
    method: 'PATCH',
    path: '/gatherings/:id',
    ability: 'gathering.write',
    summary: 'Changes it, its guests, or calls it off.',
    params,
    body: gatheringChange,
    answer: gatheringLine,
    refuses: ['GatheringOff', 'GatheringHeld', 'StaleVersion'],
    handle: ({ ctx, actor, params: { id }, body }) => changeGathering(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/gatherings/:id/presences',
    ability: 'gathering.write',
    summary: 'Writes down who was there, one or many at once, or takes it back.',
    params,
    body: presenceChange,
    answer: gatheringLine,
    refuses: ['GatheringOff', 'GatheringAhead', 'OwnPresence'],
    handle: ({ ctx, actor, params: { id }, body }) => markPresence(ctx, actor, id, body),
  }),
];
