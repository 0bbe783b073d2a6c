import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#platform/app';
import { refuse } from '#platform/refuse';
import { frameFor } from './frame.ts';
import type { StartingPageProps } from './page-contract.ts';
import { renderPage } from './render.ts';
import { makingOf } from './starting-state.ts';

/** "Being built": the desk is not there yet, the public site is. Says which step is being done and, when one failed, what to do. The page asks again by itself. */
export async function sendStarting(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = request.ctx ?? refuse('NotFound');
  const frame = await frameFor({ ctx, path: '/', query: {}, edition: 'normal' });
  app.log.debug('console asked for before it is built');
  return reply
    .status(503)
    .header('retry-after', '3')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage('portal/starting', frame, propsFor(app)));
}

function propsFor(app: App): StartingPageProps {
  const { frontEnds, pictures } = makingOf(app);
  const builds = [...frontEnds].map(([folder, state]): Step => ({
    kind: folder === 'console/phone' ? 'phone' : 'desk',
    state,
    count: null,
  }));
  const steps: Step[] = [
    { kind: 'site', state: 'done', count: null },
    // Nothing told yet: the building waits for its turn.
    ...(builds.length > 0 ? builds : [{ kind: 'desk', state: 'ahead', count: null } as const]),
    ...(pictures ? [picturesStep(pictures)] : []),
  ];
  const share = steps.reduce((sum, step) => sum + shareOf(step), 0) / steps.length;
  return { steps, percent: Math.floor(share * 100), failed: builds.some((step) => step.state === 'failed') };
}

type Step = StartingPageProps['steps'][number];

function picturesStep({ done, of, failed }: { done: number; of: number; failed: boolean }): Step {
  return { kind: 'pictures', state: failed ? 'failed' : done >= of ? 'done' : 'now', count: { done, of } };
}

// What cannot be counted from within counts when it is done.
const shareOf = ({ state, count }: Step): number =>
  count && count.of > 0 ? count.done / count.of : state === 'done' ? 1 : 0;
