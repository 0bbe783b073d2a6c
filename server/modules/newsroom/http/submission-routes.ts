import { z } from 'zod';
import { route } from '#platform/http/route';
import type { Ctx } from '#platform/transaction';
import type { Actor } from '#platform/actor';
import {
  submissionCounts,
  submissionListQuery,
  submissionListView,
  submissionMerge,
  submissionParams,
  submissionWhole,
} from '../contract.ts';
import type { SubmissionWhole } from '../contract.ts';
import { acceptSubmission } from '../submission/accept-submission.ts';
import { mergeSubmission } from '../submission/merge-submission.ts';
import { countSubmissions, listSubmissions, readSubmission } from '../submission/submission-list.ts';

const after = (ctx: Ctx, actor: Actor, id: string, work: () => Promise<void>): Promise<SubmissionWhole> =>
  ctx.transaction(async () => {
    await work();
    return readSubmission(ctx, actor, id);
  });

/** 来稿: what correspondents hand in, and what the desk does with it. */
export const submissionRoutes = [
  route({
    method: 'GET',
    path: '/submissions',
    ability: 'submission.list',
    summary: 'What correspondents handed in: the desk sees that of its places, everybody their own.',
    query: submissionListQuery,
    answer: submissionListView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => listSubmissions(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/submissions/counts',
    ability: 'submission.list',
    summary: 'How many submissions wait for the desk, of a place and all below or of all; at most 1,000 are counted.',
    query: z.strictObject({ place: z.uuid().optional() }),
    answer: submissionCounts,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => countSubmissions(ctx, actor, query.place),
  }),
  route({
    method: 'GET',
    path: '/submissions/:id',
    ability: 'signed-in',
    summary: 'One submission; its text is the story with the same id.',
    params: submissionParams,
    answer: submissionWhole,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => readSubmission(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/submissions/:id/acceptances',
    ability: 'submission.decide',
    summary: 'The desk takes the submission; its sender is told.',
    params: submissionParams,
    body: z.strictObject({}),
    answer: submissionWhole,
    refuses: ['NotFound', 'Forbidden', 'WrongState'],
    handle: ({ ctx, actor, params }) =>
      after(ctx, actor, params.id, () => acceptSubmission(ctx, actor, { submissionId: params.id })),
  }),
  route({
    method: 'POST',
    path: '/submissions/:id/merges',
    ability: 'submission.decide',
    summary: 'Joins the submission to another story, before anybody has signed it; its own text is put aside.',
    params: submissionParams,
    body: submissionMerge,
    answer: submissionWhole,
    refuses: [
      'NotFound',
      'Forbidden',
      'WrongState',
      'AlreadySigned',
      'NotATarget',
      'NothingInWork',
      'BadText',
      'StaleVersion',
    ],
    handle: ({ ctx, actor, params, body }) =>
      after(ctx, actor, params.id, () => mergeSubmission(ctx, actor, { submissionId: params.id, ...body })),
  }),
];
