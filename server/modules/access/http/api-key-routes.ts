import { z } from 'zod';
import { route } from '#platform/http/route';
import { listApiKeys, makeApiKey, revokeApiKey } from '../api-key/make-api-key.ts';
import { apiKeyList, apiKeyView, newApiKey, newApiKeyRequest } from '../contract.ts';

/** Keys of programs elsewhere. */
export const apiKeyRoutes = [
  route({
    method: 'GET',
    path: '/api-keys',
    ability: 'api-key.read',
    summary: 'Keys of programs that read the public API: whose, what for, how much, when last.',
    answer: apiKeyList,
    handle: ({ ctx, actor }) => listApiKeys(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/api-keys',
    ability: 'api-key.make',
    summary: 'Makes a key; shown once. It carries a limit for reading what is public, and no ability.',
    body: newApiKeyRequest,
    answer: newApiKey,
    handle: ({ ctx, actor, body }) => makeApiKey(ctx, actor, body),
  }),
  route({
    method: 'DELETE',
    path: '/api-keys/:id',
    ability: 'api-key.make',
    summary: 'Revokes a key at once.',
    params: z.strictObject({ id: z.uuid() }),
    answer: apiKeyView,
    handle: ({ ctx, actor, params }) => revokeApiKey(ctx, actor, params.id),
  }),
];
