import { route } from '#platform/http/route';
import { copyListView, correctionPlanView, storyCopiesParams } from '../contract.ts';
import { correctionPlan, readCopies, readTroubled } from '../copy/read-copies.ts';

/** Copies and what a correction would do to them. */
export const copyRoutes = [
  route({
    method: 'GET',
    path: '/stories/:id/copies',
    ability: 'signed-in',
    summary: 'Every copy of the story with its receipt, latest edition first.',
    params: storyCopiesParams,
    answer: copyListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await readCopies(ctx, actor, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/correction-plan',
    ability: 'signed-in',
    summary: 'What a correction or a withdrawal would do to each copy, before the click.',
    params: storyCopiesParams,
    answer: correctionPlanView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await correctionPlan(ctx, actor, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/copies',
    ability: 'copy.list',
    summary: 'Copies that wait, failed or show other words than were sent (at most 200, latest first).',
    answer: copyListView,
    handle: async ({ ctx, actor }) => ({ items: await readTroubled(ctx, actor) }),
  }),
];
