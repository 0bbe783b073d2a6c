import { route } from '#platform/http/route';
import { adoptionFigures } from '../adoption/adoption-figures.ts';
import { adoptionSheet, adoptionsOfStory } from '../adoption/adoption-list.ts';
import { correspondents } from '../adoption/correspondents.ts';
import { decidePoints } from '../adoption/decide-points.ts';
import { enterAdoption } from '../adoption/enter-adoption.ts';
import { readPointTables } from '../adoption/point-tables.ts';
import { reverseAdoption } from '../adoption/reverse-adoption.ts';
import { stateAdoptions } from '../adoption/state-adoptions.ts';
import {
  adoptionFigureQuery,
  adoptionFigures as adoptionFiguresShape,
  adoptionParams,
  adoptionQuery,
  adoptionReversal,
  adoptionSheet as adoptionSheetShape,
  adoptionStatement,
  adoptionStatementRequest,
  correspondentList,
  correspondentQuery,
  newAdoption,
  newPointTable,
  pointTableList,
  storyAdoptions,
} from '../contract.ts';

const enterRefuses = ['AdoptionKnown', 'OwnAdoption', 'BadRequest', 'PictureUnknown', 'NotFound', 'Forbidden'];

/** 采用记录: what outlets took, and how many points that counts. */
export const adoptionRoutes = [
  route({
    method: 'GET',
    path: '/point-tables',
    ability: 'point-table.read',
    summary: 'The county’s tables of points, the latest first.',
    answer: pointTableList,
    handle: ({ ctx, actor }) => readPointTables(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/point-tables',
    ability: 'point-table.decide',
    summary: 'Decides how many points an adoption counts from a day on; what stands in the ledger stays.',
    body: newPointTable,
    answer: pointTableList,
    refuses: ['BadRequest', 'NotFound'],
    handle: ({ ctx, actor, body }) =>
      ctx.transaction(async () => {
        await decidePoints(ctx, actor, body);
        return readPointTables(ctx, actor);
      }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/adoptions',
    ability: 'signed-in',
    summary:
      'Which outlets took the story, and the lines of the ledger behind it; whoever wrote it sees their own share.',
    params: adoptionParams,
    answer: storyAdoptions,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => adoptionsOfStory(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/adoptions',
    ability: 'adoption.enter',
    summary: 'The desk enters that an outlet took the story; it counts once, at the highest level.',
    params: adoptionParams,
    body: newAdoption,
    answer: storyAdoptions,
    refuses: enterRefuses,
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async () => {
        await enterAdoption(ctx, actor, params.id, body);
        return adoptionsOfStory(ctx, actor, params.id);
      }),
  }),
  route({
    method: 'POST',
    path: '/adoptions/:id/reversals',
    ability: 'adoption.reverse',
    summary: 'Takes an adoption back with a reason and, if given, enters what is right instead; every line stays.',
    params: adoptionParams,
    body: adoptionReversal,
    answer: storyAdoptions,
    refuses: [...enterRefuses, 'AdoptionGone'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async () => adoptionsOfStory(ctx, actor, await reverseAdoption(ctx, actor, params.id, body))),
  }),
  route({
    method: 'GET',
    path: '/adoptions',
    ability: 'own-data.see',
    summary: 'The sheet of one person: one’s own, or for the desk that of somebody named. Never of everybody.',
    query: adoptionQuery,
    answer: adoptionSheetShape,
    refuses: ['NotFound', 'Forbidden', 'BadRequest'],
    handle: ({ ctx, actor, query }) => adoptionSheet(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/adoption-figures',
    ability: 'own-data.see',
    summary:
      'What counts by month, quarter or year, by section and place; of one person for themselves and their desk.',
    query: adoptionFigureQuery,
    answer: adoptionFiguresShape,
    refuses: ['NotFound', 'Forbidden', 'BadRequest'],
    handle: ({ ctx, actor, query }) => adoptionFigures(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/correspondents',
    ability: 'adoption.list',
    summary: 'Whose sheet the desk may open, by name; at most fifty.',
    query: correspondentQuery,
    answer: correspondentList,
    handle: ({ ctx, actor, query }) => correspondents(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/adoption-statements',
    ability: 'adoption.state',
    summary: 'The statement by which fees are paid, in the order of names; each time is on record.',
    body: adoptionStatementRequest,
    answer: adoptionStatement,
    refuses: ['NotFound', 'BadRequest'],
    handle: ({ ctx, actor, body }) => stateAdoptions(ctx, actor, body),
  }),
];
