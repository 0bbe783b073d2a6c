import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#platform/app';
import { refuse } from '#platform/refuse';
import { frameFor } from './frame.ts';
import type { StartingPageProps } from './page-contract.ts';
import { renderPage } from './render.ts';

const words = {
  'zh-CN': ['数据库和公开网站', '工作台（第一次要一分钟左右）'],
  en: ['Database and public site', 'The desk (about a minute, the first time)'],
} as const;

/** "Being built": the desk is not there yet, the public site is. The page asks again by itself. */
export async function sendStarting(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = request.ctx ?? refuse('NotFound');
  const [done, now] = words[ctx.language];
  const props: StartingPageProps = {
    steps: [
      { name: done, state: 'done' },
      { name: now, state: 'now' },
    ],
    percent: 60,
  };
  const frame = await frameFor({ ctx, path: '/', query: {}, edition: 'normal' });
  app.log.debug('console asked for before it is built');
  return reply
    .status(503)
    .header('retry-after', '3')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage('portal/starting', frame, props));
}
