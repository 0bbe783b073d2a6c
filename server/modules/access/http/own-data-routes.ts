import { z } from 'zod';
import { route } from '#platform/http/route';
import { dataMap, erasureRequest, ownData } from '../contract.ts';
import { eraseData } from '../own-data/erase-data.ts';
import { dataMapOf, exportData } from '../own-data/export-data.ts';
import { clearSessionCookie } from './session-cookie.ts';

const id = z.strictObject({ id: z.uuid() });

/** A person's own data. */
export const ownDataRoutes = [
  route({
    method: 'GET',
    path: '/data-map',
    ability: 'public',
    summary: 'What every personal column is for, on what ground, how long.',
    answer: dataMap,
    handle: async ({ ctx }) => dataMapOf(ctx),
  }),
  route({
    method: 'GET',
    path: '/people/:id/data',
    ability: 'own-data.export',
    summary: 'Everything held about a person; for themselves or at their request.',
    params: id,
    answer: ownData,
    refuses: ['RoleBeyondYours'],
    handle: ({ ctx, actor, params }) => exportData(ctx, actor, params.id),
  }),
  route({
    method: 'DELETE',
    path: '/people/:id/data',
    ability: 'own-data.erase',
    summary: 'Delete what is held about a person; for themselves or at their request.',
    params: id,
    body: erasureRequest,
    answer: null,
    refuses: ['NameDiffers', 'LastAdministrator', 'PersonErased', 'OnDuty', 'RoleBeyondYours'],
    handle: async ({ ctx, actor, params, body, reply }) => {
      await eraseData(ctx, actor, params.id, body.name);
      if (actor.id === params.id) clearSessionCookie(reply);
    },
  }),
];
