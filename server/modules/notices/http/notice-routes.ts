import { z } from 'zod';
import { route } from '#platform/http/route';
import { messageList, messageQuery, messageView, noticePreferences } from '../contract.ts';
import { ownMessages, readMessage } from '../message/message-queries.ts';
import { preferencesOf, setPreferences } from '../message/preferences.ts';

const id = z.strictObject({ id: z.uuid() });

/** One's own messages and how one wants to be told. */
export const noticeRoutes = [
  route({
    method: 'GET',
    path: '/notices',
    ability: 'own-data.see',
    summary: 'My messages, newest first unless asked otherwise.',
    query: messageQuery,
    answer: messageList,
    handle: ({ ctx, actor, query }) => ownMessages(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/notices/:id/reads',
    ability: 'own-data.change',
    summary: 'I have read this message.',
    params: id,
    answer: messageView,
    handle: ({ ctx, actor, params }) => readMessage(ctx, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/notice-preferences',
    ability: 'own-data.see',
    summary: 'How I want to be told.',
    answer: noticePreferences,
    handle: ({ ctx, actor }) => ctx.transaction((tx) => preferencesOf(tx, actor.id)),
  }),
  route({
    method: 'PUT',
    path: '/notice-preferences',
    ability: 'own-data.change',
    summary: 'Sets how I want to be told.',
    body: noticePreferences,
    answer: noticePreferences,
    handle: ({ ctx, actor, body }) => setPreferences(ctx, actor, body),
  }),
];
