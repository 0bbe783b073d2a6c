import { z } from 'zod';
import { route } from '#platform/http/route';
import { newPersonRequest, personChangeRequest, personPage, personQuery, personView } from '../contract.ts';
import { changePerson } from '../person/change-person.ts';
import { listPeople } from '../person/list-people.ts';
import { makePerson } from '../person/make-person.ts';
import { seePerson } from '../person/see-person.ts';

const id = z.strictObject({ id: z.uuid() });

/** People. */
export const peopleRoutes = [
  route({
    method: 'GET',
    path: '/people',
    ability: 'person.see',
    summary: 'People at the places one looks after.',
    query: personQuery,
    answer: personPage,
    handle: ({ ctx, actor, query }) => listPeople(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/people',
    ability: 'person.add',
    summary: 'Write down a person.',
    body: newPersonRequest,
    answer: personView,
    refuses: ['PhoneNotUnderstood'],
    handle: ({ ctx, actor, body }) => makePerson(ctx, actor, body),
  }),
  route({
    method: 'GET',
    path: '/people/:id',
    ability: 'person.see',
    summary: 'One person.',
    params: id,
    answer: personView,
    handle: ({ ctx, actor, params }) => seePerson(ctx, actor, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/people/:id',
    ability: 'person.change',
    summary: 'Change what is known of a person.',
    params: id,
    body: personChangeRequest,
    answer: personView,
    refuses: ['PhoneNotUnderstood', 'PersonErased', 'LastAdministrator'],
    handle: ({ ctx, actor, params, body }) => changePerson(ctx, actor, params.id, body),
  }),
];
