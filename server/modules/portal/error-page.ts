import type { ErrorPage } from '#platform/http/server';
import { openCtx } from '#platform/transaction';
import type { App } from '#platform/app';
import { frameFor } from './frame.ts';
import { unprefixed } from './prefix.ts';
import { renderPage } from './render.ts';

/** Shows a refusal as a readable page in the language of the address. When even the frame cannot be made (database away), a plain page of a few words stands in. */
export const errorPageOf =
  (app: App): ErrorPage =>
  async (request, reply, refusal, given) => {
    const path = request.url.split('?')[0] ?? '/';
    const where = given ? unprefixed(given.county, path) : undefined;
    const tag = where?.tag ?? 'zh-CN';
    const text = app.wording.say(tag, `refusal.${refusal.code}`, refusal.detail);
    reply.status(refusal.status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
    if (given && where && refusal.status !== 503) {
      try {
        const ctx = openCtx(app, given.county, { requestId: request.id, language: where.language, tag });
        const frame = await frameFor({ ctx, path: where.path, query: {}, edition: where.edition });
        await reply.send(
          renderPage('portal/error', frame, {
            status: refusal.status,
            code: refusal.code,
            text,
            requestId: request.id,
          }),
        );
        return true;
      } catch (error) {
        app.log.warn('error page could not be framed', {
          error: error instanceof Error ? error : undefined,
          request: request.id,
        });
      }
    }
    await reply.send(plainPage(tag, refusal.status, text, given?.county.phone));
    return true;
  };

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function plainPage(language: string, status: number, text: string, phone: string | undefined): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${status}</title><main><h1>${escape(text)}</h1>${phone ? `<p>${escape(phone)}</p>` : ''}</main></html>`;
}
