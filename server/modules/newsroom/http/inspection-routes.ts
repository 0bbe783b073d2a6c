import { Readable } from 'node:stream';
import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import {
  inspectionListQuery,
  inspectionListView,
  inspectionParams,
  inspectionView,
  newInspection,
  storyParams,
} from '../contract.ts';
import { exportDossier, printDossier } from '../dossier/export-dossier.ts';
import { drawInspection } from '../inspection/draw-inspection.ts';
import { exportInspection } from '../inspection/export-inspection.ts';
import { listInspections } from '../inspection/list-inspections.ts';

/** What is taken out of the house to be judged elsewhere: a story's dossier, a drawn sample of days. */
export const inspectionRoutes = [
  route({
    method: 'GET',
    path: '/inspections',
    ability: 'inspection.draw',
    summary: 'The samples drawn for inspection, latest first unless asked otherwise.',
    query: inspectionListQuery,
    answer: inspectionListView,
    refuses: ['Forbidden'],
    handle: ({ ctx, actor, query }) => listInspections(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/inspections',
    ability: 'inspection.draw',
    summary: 'Draws days with publications at random, so that anybody can draw them again.',
    body: newInspection,
    answer: inspectionView,
    refuses: ['Forbidden', 'NothingPublished', 'TooManyStories'],
    handle: ({ ctx, actor, body }) => drawInspection(ctx, actor, body),
  }),
  route({
    method: 'GET',
    path: '/inspections/:id/dossier',
    ability: 'inspection.draw',
    summary: 'Every story of the drawn days with its signatures, editions, differences and checks: one signed ZIP.',
    params: inspectionParams,
    answer: z.string(),
    answerType: 'application/zip',
    refuses: ['NotFound', 'Forbidden'],
    handle: async ({ ctx, actor, params }) => zipped(await exportInspection(ctx, actor, params.id)),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/dossier',
    ability: 'story.verify',
    summary: 'The story with its signatures, editions, differences, checks and copies: one signed ZIP.',
    params: storyParams,
    answer: z.string(),
    answerType: 'application/zip',
    refuses: ['NotFound', 'Forbidden'],
    handle: async ({ ctx, actor, params }) => zipped(await exportDossier(ctx, actor, params.id)),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/dossier/page',
    ability: 'story.verify',
    summary: 'The same as one page to read and print.',
    params: storyParams,
    answer: z.string(),
    answerType: 'text/html',
    refuses: ['NotFound', 'Forbidden'],
    handle: async ({ ctx, actor, params }) =>
      new Raw('text/html; charset=utf-8', await printDossier(ctx, actor, params.id), {
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-modals",
      }),
  }),
];

// Made while it is sent: a sample of a month may hold some hundred pictures.
const zipped = ({ name, zip }: { name: string; zip: AsyncIterable<Uint8Array> }): Raw<Readable> =>
  new Raw('application/zip', Readable.from(zip, { objectMode: false }), {
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
