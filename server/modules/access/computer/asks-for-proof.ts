import type { FastifyRequest } from 'fastify';
import type { Ctx } from '#platform/transaction';

// How oneself signs in, and by which ways one is told; the end of a grant, which may be one's own.
const reservedWrites = /^\/api\/v1\/(me|grants)(\/|$)/;

/** Whether a request asks a session opened by PIN for a confirmation first. What is signed with a key asks for one in any session; what somebody vouches for with their name (`signs`) only here, and to look at it does not. */
export function asksForProof(ctx: Ctx, { method, routeOptions }: FastifyRequest): boolean {
  const { ability } = routeOptions.config;
  if (method !== 'GET' && reservedWrites.test(routeOptions.url ?? '')) return true;
  if (ability === undefined || ability === 'public' || ability === 'signed-in') return false;
  const { strong, signs, reserved } = ctx.app.permits.rule(ability);
  return reserved === true || strong === true || (signs === true && method !== 'GET');
}
