import type { FastifyInstance } from 'fastify';
import type { App } from '#platform/app';

/** `/healthz`: the process answers. `/readyz`: it can do its work (database, job tables, every key tried); each part by name, without detail. A replica that is behind or away is named and costs no readiness: pages are read from the primary. */
export function mountHealth(app: App, server: FastifyInstance): void {
  server.get('/healthz', async (_, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
  server.get('/readyz', async (_, reply) => {
    const [database, jobs, keys] = await Promise.all([
      answers(app, 'select 1'),
      answers(app, 'select 1 from jobs.queue limit 1'),
      hasKeys(app),
    ]);
    const ok = database && jobs && keys;
    return reply
      .status(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        ok,
        database,
        jobs,
        keys,
        ...(app.replica ? { replica: app.replica.figures().state === 'current' } : {}),
      });
  });
}

/** Whoever watches hears in time that the database does not answer. */
const answerWithinMilliseconds = 3_000;

function answers(app: App, text: string): Promise<boolean> {
  const question = { text, query_timeout: answerWithinMilliseconds };
  return app.pool.query(question).then(
    () => true,
    () => false,
  );
}

// Broken or unreadable keys are the operator's to mend: what is wrong with them stands in the log, once for each answer that says so.
const hasKeys = (app: App): Promise<boolean> =>
  app.keys.isUsable().catch((error: unknown) => {
    app.log.error('the keys cannot be used', { error: error instanceof Error ? error : undefined });
    return false;
  });
