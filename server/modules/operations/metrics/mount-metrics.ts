import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { App } from '#platform/app';
import { refuse } from '#platform/refuse';
import { readGauges } from './read-gauges.ts';

/** `/metrics` for Prometheus, to whoever shows the token of the settings (`Authorization: Bearer …`); without that setting there is no such page. */
export function mountMetrics(app: App, server: FastifyInstance): void {
  const { measures } = app;
  const { metricsToken } = app.settings;
  if (!measures || !metricsToken) return;
  server.get('/metrics', async (request, reply) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) refuse('NotFound');
    const text = `${await measures.text()}\n${await readGauges(app)}`;
    return reply.header('cache-control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8').send(text);
  });
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (said: string, wanted: string): boolean => timingSafeEqual(digest(said), digest(wanted));
