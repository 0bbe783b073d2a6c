import type { FastifyRequest } from 'fastify';
import type { ErrorPage } from '#platform/http/server';
import { openCtx } from '#platform/transaction';
import type { App } from '#platform/app';
import { frameAtHand, frameFor } from './frame.ts';
import type { ErrorPageProps } from './page-contract.ts';
import { unprefixed } from './prefix.ts';
import { renderPage } from './render.ts';

/** Shows a refusal as a readable page in the language of the address. While the database does not answer, the page has what is known without it; when even that cannot be made, a plain page of a few words stands in. */
export const errorPageOf =
  (app: App): ErrorPage =>
  async (request, reply, refusal, given) => {
    const path = request.url.split('?')[0] ?? '/';
    const where = given ? unprefixed(given.county, path) : undefined;
    const tag = where?.tag ?? 'zh-CN';
    const text = app.wording.say(tag, `refusal.${refusal.code}`, refusal.detail);
    reply.status(refusal.status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const ctx = given && where && openCtx(app, given.county, { requestId: request.id, language: where.language, tag });
    const call = ctx && { ctx, path: where.path, query: askedAgain(request), edition: where.edition };
    const page = call && (await framedPage(call, { status: refusal.status, code: refusal.code, text }));
    await reply.send(page ?? plainPage(tag, refusal.status, text, given?.county.phone));
    return true;
  };

async function framedPage(
  call: Parameters<typeof frameFor>[0],
  said: Omit<ErrorPageProps, 'requestId'>,
): Promise<string | undefined> {
  const { app, requestId } = call.ctx;
  for (const frameOf of said.code === 'Unavailable' ? [frameAtHand] : [frameFor, frameAtHand]) {
    try {
      return renderPage('portal/error', await frameOf(call), { ...said, requestId });
    } catch (error) {
      const why = error instanceof Error ? error : undefined;
      app.log.warn('error page could not be framed', { error: why, request: requestId });
    }
  }
  return undefined;
}

// Who tries again asks the same question; what a form had sent stands in no address.
const askedAgain = ({ method, url }: FastifyRequest): Record<string, string> =>
  method === 'GET' ? Object.fromEntries(new URLSearchParams(url.split('?')[1])) : {};

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function plainPage(language: string, status: number, text: string, phone: string | undefined): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${status}</title><main><h1>${escape(text)}</h1>${phone ? `<p>${escape(phone)}</p>` : ''}</main></html>`;
}
