import { z } from 'zod';
import { route } from '#platform/http/route';
import { firstView, newView, viewChange, viewList, viewParams, viewQuery } from '../contract.ts';
import { changeView, dropView, keepView, openWithView } from '../view/keep-view.ts';
import { seeViews } from '../view/see-views.ts';

const kept = z.strictObject({ id: z.uuid() });

/** Kept views of lists, own and shared. */
export const viewRoutes = [
  route({
    method: 'GET',
    path: '/views',
    ability: 'view.keep',
    summary: 'The kept views of a list, own and shared, and with whom one could be shared.',
    query: viewQuery,
    answer: viewList,
    handle: ({ ctx, actor, query }) => seeViews(ctx, actor, query.list),
  }),
  route({
    method: 'POST',
    path: '/views',
    ability: 'view.keep',
    summary: 'Keeps search, filters and order of a list under a name, for oneself or shared.',
    body: newView,
    answer: kept,
    refuses: ['Forbidden', 'NotFound', 'ViewNameTaken', 'TooManyViews'],
    handle: ({ ctx, actor, body }) => keepView(ctx, actor, body),
  }),
  route({
    method: 'PATCH',
    path: '/views/:id',
    ability: 'view.keep',
    summary: 'Renames a view, replaces what it shows, shares it or takes it back to oneself.',
    params: viewParams,
    body: viewChange,
    answer: kept,
    refuses: ['Forbidden', 'NotFound', 'StaleVersion', 'ViewNameTaken'],
    handle: ({ ctx, actor, params, body }) => changeView(ctx, actor, { ...body, id: params.id }),
  }),
  route({
    method: 'DELETE',
    path: '/views/:id',
    ability: 'view.keep',
    summary: 'Removes a view.',
    params: viewParams,
    answer: null,
    refuses: ['Forbidden', 'NotFound'],
    handle: ({ ctx, actor, params }) => dropView(ctx, actor, params.id),
  }),
  route({
    method: 'PUT',
    path: '/first-views',
    ability: 'view.keep',
    summary: 'With which view a list opens for the asker.',
    body: firstView,
    answer: null,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, body }) => openWithView(ctx, actor, body),
  }),
];
