import { route } from '#platform/http/route';
import { signingOptions, signingOptionsRequest } from '../contract.ts';
import { signingOptionsFor } from '../signing/signing-options.ts';

/** How to sign. The signature itself is posted to what is being signed. */
export const signingRoutes = [
  route({
    method: 'POST',
    path: '/signing-options',
    ability: 'signed-in',
    withoutRoom: true,
    summary:
      'How the person signed in may sign a statement: with a passkey over its hash, or attested after a step-up.',
    idempotency: 'none',
    status: 200,
    body: signingOptionsRequest,
    answer: signingOptions,
    handle: ({ ctx, actor, body, request }) => signingOptionsFor(ctx, actor, body, request.headers.host),
  }),
];
