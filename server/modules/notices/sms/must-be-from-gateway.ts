import { createHmac, timingSafeEqual } from 'node:crypto';
import { addressOf } from '#platform/county-address';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';

/** What a gateway posts, as Twilio documents its webhooks: every field of the form, declared or not, is under the signature. */
interface PostedForm {
  /** Path and query under which it came. */
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The header X-Twilio-Signature. */
  readonly signature: string | string[] | undefined;
}

/** Lets through what the gateway of SMS_URL signed with its token: Base64 of the HMAC-SHA-1 over the full address and then each field's name and value, names in order (Twilio, Security: Validating requests). The address is the county's own, whatever the request claims.
 *  Refuses: NotFound (404) where SMS_ANSWERS is off, NotFromGateway (403). */
export function mustBeFromGateway(ctx: Ctx, { path, fields, signature }: PostedForm): void {
  const { smsUrl, smsAnswers } = ctx.app.settings;
  if (!smsUrl || !smsAnswers) refuse('NotFound');
  const token = decodeURIComponent(new URL(smsUrl).password);
  const right = createHmac('sha1', token)
    .update(`${addressOf(ctx)}${path}${namesAndValues(fields)}`)
    .digest();
  const given = Buffer.from(typeof signature === 'string' ? signature : '', 'base64');
  if (given.length !== right.length || !timingSafeEqual(given, right)) refuse('NotFromGateway', {});
}

const namesAndValues = (fields: Readonly<Record<string, unknown>>): string =>
  Object.keys(fields)
    .toSorted()
    .map((name) => `${name}${String(fields[name])}`)
    .join('');
