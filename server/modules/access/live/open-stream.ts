import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#platform/actor';
import { securityHeaders } from '#platform/http/headers';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { isSessionAlive } from '../session-queries.ts';
import { hubOf } from './live-hub.ts';

/** Milliseconds between heartbeats; at each the session is looked up again, so that one which merely expired, or was not used any more, ends too. */
const heartbeatMilliseconds = 15_000;

/** Opens the live stream (server-sent events): `changed` with the nouns concerned, `ended` when the session is over, a heartbeat between.
 *  It counts as no use of the session: a forgotten tab does not keep somebody signed in. */
export function openStream(ctx: Ctx, actor: Actor, request: FastifyRequest, reply: FastifyReply): void {
  const sessionId = actor.sessionId ?? refuse('Forbidden');
  reply.hijack();
  const response = reply.raw;
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-request-id': ctx.requestId,
  });
  response.write('retry: 3000\n\nevent: open\ndata: {}\n\n');
  // Nobody waits for its end.
  ctx.app.rightOfWay.ends(response);
  const hub = hubOf(ctx.app);
  const letGo = hub.open({ countyId: ctx.county.id, personId: actor.id, sessionId, response });
  const heartbeat = setInterval(() => {
    ctx
      .transaction((tx) => isSessionAlive(tx, sessionId))
      .then(
        (alive) => (alive ? response.write(': here\n\n') : hub.ended(ctx.county.id, sessionId)),
        () => response.end(),
      );
  }, heartbeatMilliseconds);
  response.on('close', () => {
    clearInterval(heartbeat);
    letGo();
  });
}
