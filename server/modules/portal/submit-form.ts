import type { FastifyReply, FastifyRequest } from 'fastify';
import { guestActor } from '#platform/actor';
import type { App } from '#platform/app';
import { canonicalHash, sha256 } from '#platform/canonical';
import { mustBeCleanBody } from '#platform/http/body';
import { once } from '#platform/http/idempotency';
import { mustBeSameOrigin } from '#platform/http/same-origin';
import { throttle } from '#platform/http/throttle';
import type { FormCall, Page, PageAnswer } from '#platform/page';
import { refuse } from '#platform/refuse';
import { pageCall, pageCtx, sendFresh } from './serve-page.ts';

/** Name of the hidden field with the form's idempotency key, which also scopes the guest. */
export const keyField = 'key';

/** Takes a posted form. A redirect is an effect: it is stored under the form's key, so a double click leads to the same place. Props are the form again, with its errors. */
export async function submitForm(
  app: App,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  mustBeSameOrigin(request, true);
  if (!page.withoutRoom) app.room.mustBeThere();
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? ''))
    refuse('UnsupportedMediaType');
  throttle(app, `POST ${page.path}`, request.ip, page.perMinute ?? 20);
  const { ctx, where } = pageCtx(app, request);
  const form = formFields(request.body);
  const key = form[keyField] ?? '';
  const actor = guestActor(`form:${sha256(key).slice(0, 32)}`);
  const call: FormCall = { ...pageCall(ctx, where, page, request), actor, form, key };
  if (!page.submit) refuse('MethodNotAllowed');
  const submit = page.submit.bind(page);
  let shown: PageAnswer | undefined;
  let headers: Readonly<Record<string, string>> = {};
  const hash = canonicalHash({ url: request.url, form });
  try {
    const stored = await once(ctx, actor, key, hash, async () => {
      const answer = await submit(call);
      if ('redirect' in answer) {
        headers = answer.headers ?? {};
        return { status: answer.status ?? 303, body: answer.redirect };
      }
      shown = answer;
      throw new NothingDone();
    });
    return await sendFresh(page, call, { redirect: stored.body, headers }, reply);
  } catch (error) {
    if (error instanceof NothingDone && shown) return sendFresh(page, call, shown, reply);
    throw error;
  }
}

/** Leaves the transaction of a form that showed errors: nothing is stored, so the corrected form may use the same key. */
class NothingDone extends Error {}

// No keyboard gives a NUL: what a broken program or a paste put there is left out, and the form comes back with the rest.
function formFields(body: unknown): Record<string, string> {
  if (body === null || typeof body !== 'object') return {};
  const entries = Object.entries(body).map(([name, value]): [string, string] => {
    if (typeof value !== 'string') refuse('BadRequest', {}, [{ path: `/${name}`, code: 'wrong_type' }]);
    return [name, value.replaceAll('\u0000', '')];
  });
  const fields = Object.fromEntries(entries);
  mustBeCleanBody(fields);
  return fields;
}
