import { z } from 'zod';
import { route } from '#platform/http/route';
import { applicationAnswer, applicationLine, applicationList, applicationQuery } from '../contract.ts';
import { answerApplication } from '../join/answer-application.ts';
import { listApplications } from '../join/list-applications.ts';

/** Who wishes to join. */
export const joinRoutes = [
  route({
    method: 'GET',
    path: '/applications',
    ability: 'application.read',
    summary: 'Who wishes to volunteer, at my places or in teams I lead.',
    query: applicationQuery,
    answer: applicationList,
    handle: ({ ctx, actor, query }) => listApplications(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/applications/:id/answers',
    ability: 'application.answer',
    summary: 'Takes somebody in as they applied, or not.',
    params: z.strictObject({ id: z.uuid() }),
    body: applicationAnswer,
    answer: applicationLine,
    refuses: [
      'AlreadyAnswered',
      'GuardianNeeded',
      'AlreadyVolunteer',
      'RoleNotYours',
      'OwnGrant',
      'PersonInactive',
      'PhoneNotUnderstood',
    ],
    handle: ({ ctx, actor, params: { id }, body }) => answerApplication(ctx, actor, id, body),
  }),
];
