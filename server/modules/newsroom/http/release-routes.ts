import { z } from 'zod';
import type { Actor } from '#platform/actor';
import { route } from '#platform/http/route';
import type { Ctx } from '#platform/transaction';
import {
  newRelease,
  releaseChange,
  releaseListQuery,
  releaseListView,
  releaseParams,
  releaseRun,
  releaseView,
} from '../contract.ts';
import type { ReleaseView } from '../contract.ts';
import { cancelRelease, changeRelease, planRelease } from '../release/plan-release.ts';
import { listReleases, readRelease } from '../release/release-queries.ts';
import { runRelease } from '../release/run-release.ts';

const at = (value: string | null): Date | null => (value === null ? null : new Date(value));
const shown = (ctx: Ctx, actor: Actor, id: string, work: () => Promise<void>): Promise<ReleaseView> =>
  ctx.transaction(async () => {
    await work();
    return readRelease(ctx, actor, id);
  });
const plans = ['NotFound', 'Forbidden', 'NothingInWork', 'InRelease'];

/** Stories that go out at one moment. */
export const releaseRoutes = [
  route({
    method: 'GET',
    path: '/releases',
    ability: 'release.see',
    summary: 'Releases of several stories: those to come first, then the latest, unless asked otherwise.',
    query: releaseListQuery,
    answer: releaseListView,
    refuses: ['Forbidden'],
    handle: ({ ctx, actor, query }) => listReleases(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/releases/:id',
    ability: 'release.see',
    summary: 'A release with the readiness of each of its stories.',
    params: releaseParams,
    answer: releaseView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => readRelease(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/releases',
    ability: 'release.plan',
    summary: 'Plans that stories in work go out at one moment; none of them is published alone from then on.',
    body: newRelease,
    answer: releaseView,
    refuses: plans,
    handle: ({ ctx, actor, body }) =>
      ctx.transaction(async () =>
        readRelease(ctx, actor, await planRelease(ctx, actor, { ...body, releaseAt: at(body.releaseAt) })),
      ),
  }),
  route({
    method: 'PUT',
    path: '/releases/:id',
    ability: 'release.plan',
    summary: 'Changes a planned release as a whole; what leaves it is kept ready until somebody publishes it.',
    params: releaseParams,
    body: releaseChange,
    answer: releaseView,
    refuses: [...plans, 'StaleVersion', 'WrongState'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, params.id, () =>
        changeRelease(ctx, actor, { ...body, releaseId: params.id, releaseAt: at(body.releaseAt) }),
      ),
  }),
  route({
    method: 'POST',
    path: '/releases/:id/runs',
    ability: 'release.plan',
    summary: 'Sends a release out now, in one transaction; what is not signed stays behind only when that is said.',
    params: releaseParams,
    body: releaseRun,
    answer: releaseView,
    refuses: ['NotFound', 'Forbidden', 'StepUpRequired', 'WrongState', 'NotAllReady', 'NothingReady'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, params.id, () => runRelease(ctx, actor, { releaseId: params.id, ...body })),
  }),
  route({
    method: 'POST',
    path: '/releases/:id/cancellations',
    ability: 'release.plan',
    summary: 'Gives a planned release up; its stories stay signed and wait for somebody to publish each.',
    params: releaseParams,
    body: z.strictObject({}),
    answer: releaseView,
    refuses: ['NotFound', 'Forbidden', 'WrongState'],
    handle: ({ ctx, actor, params }) =>
      shown(ctx, actor, params.id, () => cancelRelease(ctx, actor, { releaseId: params.id })),
  }),
];
