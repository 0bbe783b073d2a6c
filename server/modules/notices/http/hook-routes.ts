import { z } from 'zod';
import { route } from '#platform/http/route';
import { hookList, hookView, hookWithSecret, newDutyHook, newHook } from '../contract.ts';
import { addDutyHook, addOwnHook } from '../hook/add-hook.ts';
import { testDutyHook, testOwnHook } from '../hook/ask-test.ts';
import { dropDutyHook, dropOwnHook } from '../hook/drop-hook.ts';
import { dutyHooks, ownHooks } from '../hook/read-hooks.ts';

const params = z.strictObject({ id: z.uuid() });

/** Groups and programs that are told as well: of the duties at a place, and one's own. */
export const hookRoutes = [
  route({
    method: 'GET',
    path: '/notice-hooks',
    ability: 'notice-hook.list',
    summary:
      'Groups and programs that are told what is for a duty: where, which duties, how the last message went; never their addresses.',
    answer: hookList,
    handle: ({ ctx, actor }) => dutyHooks(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/notice-hooks',
    ability: 'notice-hook.arrange',
    summary:
      'Has a group or a program told what is for some duties at a place and below. A secret made here is shown once.',
    body: newDutyHook,
    answer: hookWithSecret,
    refuses: ['TooManyHooks'],
    handle: ({ ctx, actor, body }) => addDutyHook(ctx, actor, body),
  }),
  route({
    method: 'POST',
    path: '/notice-hooks/:id/tests',
    ability: 'notice-hook.arrange',
    summary: 'Sends a message that says it is a test.',
    params,
    answer: hookView,
    handle: ({ ctx, actor, params: { id } }) => testDutyHook(ctx, actor, id),
  }),
  route({
    method: 'DELETE',
    path: '/notice-hooks/:id',
    ability: 'notice-hook.arrange',
    summary: 'Tells a group or program nothing any more.',
    params,
    answer: null,
    handle: ({ ctx, actor, params: { id } }) => dropDutyHook(ctx, actor, id),
  }),
  route({
    method: 'GET',
    path: '/me/notice-hooks',
    ability: 'own-data.see',
    summary: 'Groups and programs of mine that are told what I am told.',
    answer: hookList,
    handle: ({ ctx, actor }) => ownHooks(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/me/notice-hooks',
    ability: 'own-data.change',
    summary: 'Has a group or program of mine told what I am told, outside my quiet hours.',
    body: newHook,
    answer: hookWithSecret,
    refuses: ['TooManyHooks'],
    handle: ({ ctx, actor, body }) => addOwnHook(ctx, actor, body),
  }),
  route({
    method: 'POST',
    path: '/me/notice-hooks/:id/tests',
    ability: 'own-data.change',
    summary: 'Sends a message that says it is a test to a group or program of mine.',
    params,
    answer: hookView,
    perMinute: 20,
    handle: ({ ctx, actor, params: { id } }) => testOwnHook(ctx, actor, id),
  }),
  route({
    method: 'DELETE',
    path: '/me/notice-hooks/:id',
    ability: 'own-data.change',
    summary: 'Tells a group or program of mine nothing any more.',
    params,
    answer: null,
    handle: ({ ctx, actor, params: { id } }) => dropOwnHook(ctx, actor, id),
  }),
];
