import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  importPreview,
  importPreviewRequest,
  importRequest,
  madeImport,
  newPersonRequest,
  personChangeRequest,
  personPage,
  personQuery,
  personView,
  undoneImport,
} from '../contract.ts';
import { makeImport } from '../import/make-import.ts';
import { previewImport } from '../import/preview-import.ts';
import { undoImport } from '../import/undo-import.ts';
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
    method: 'POST',
    path: '/people-import-previews',
    ability: 'person.add',
    summary:
      'What a list of people would bring: who is new, who is there already, whose phone is somebody else’s, what is wrong.',
    body: importPreviewRequest,
    answer: importPreview,
    refuses: ['NoNameColumn'],
    handle: ({ ctx, actor, body }) => previewImport(ctx, actor, body.rows),
  }),
  route({
    method: 'POST',
    path: '/people-imports',
    ability: 'person.add',
    summary: 'Write down the people of the chosen lines of a list.',
    body: importRequest,
    answer: madeImport,
    refuses: ['NoNameColumn'],
    handle: ({ ctx, actor, body }) => makeImport(ctx, actor, body),
  }),
  route({
    method: 'POST',
    path: '/people-imports/:id/undo',
    ability: 'person.add',
    summary: 'Take a list of one’s own back, within ten minutes: everybody on whom nothing hangs.',
    params: id,
    body: z.strictObject({}),
    answer: undoneImport,
    refuses: ['WrongState'],
    handle: ({ ctx, actor, params }) => undoImport(ctx, actor, params.id),
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
    refuses: ['PhoneNotUnderstood', 'PersonErased', 'LastAdministrator', 'RoleBeyondYours'],
    handle: ({ ctx, actor, params, body }) => changePerson(ctx, actor, params.id, body),
  }),
];
