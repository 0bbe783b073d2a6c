import { createPublicKey, verify } from 'node:crypto';
import { textHash, withoutForbidden } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { callOut } from '#platform/outbound/call-out';
import type { Incoming } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { z } from 'zod';

/** What the mark of another centre says of an edition, checked. */
export interface Origin {
  /** Its host. */
  readonly issuer: string;
  readonly source: string;
  readonly edition: number;
  readonly steps: string;
  readonly keyId: string;
  /** By its own list of keys. */
  readonly publisher: string;
  readonly publishedAt: Date;
  /** Until when a notice holds; null: without an end. */
  readonly validUntil: Date | null;
}

const claimShape = z.looseObject({
  iss: z.string().max(260),
  sub: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(120),
  rev: z.int().min(1),
  sha: z.string().max(60),
  steps: z
    .string()
    .regex(/^[pad]*$/)
    .max(20),
  iat: z.int().min(0).max(9_999_999_999),
  until: z.int().min(0).max(9_999_999_999).optional(),
});
type Claim = z.infer<typeof claimShape>;
const headShape = z.looseObject({ alg: z.literal('EdDSA'), kid: z.string().max(200), crit: z.undefined().optional() });
const listShape = z.looseObject({
  publisher: z.record(z.string(), z.string()),
  keys: z
    .array(
      z.looseObject({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        kid: z.string(),
        x: z.string().max(60),
        ended: z.string().nullish(),
      }),
    )
    .max(1_000),
});
type Keys = z.infer<typeof listShape>;

/** Which part of a mark does not hold. */
export type MarkFault = 'form' | 'issuer' | 'text' | 'key' | 'signature';

/** Checks the mark that comes with a text (ADR 42): signed by a key of its issuer's own list, for exactly this text, at this address. Calls the issuer, so never inside a transaction.
 *  Refuses: MarkForged (422, with which part), OriginUnreachable (503): the list of keys could not be read now. */
export async function readOrigin(
  ctx: Ctx,
  sent: { readonly mark: string; readonly page: string; readonly text: StoryText },
): Promise<Origin> {
  const [head = '', body = '', signature = ''] = sent.mark.split('.');
  const { kid } = read(headShape, head);
  const claim = read(claimShape, body);
  const page = new URL(sent.page);
  if (claim.iss !== page.host) forged('issuer');
  if (Buffer.from(claim.sha, 'base64url').toString('hex') !== textHash(sent.text)) forged('text');
  const list = await keysOf(ctx, page.origin);
  const key = list.keys.find((one) => one.kid === kid);
  if (!key || key.ended === 'compromised') return forged('key');
  if (!isSigned(key.x, `${head}.${body}`, signature)) forged('signature');
  return originOf(claim, kid, publisherIn(list, sent.text.language) || claim.iss);
}

const forged = (part: MarkFault): never => refuse('MarkForged', { part });

const originOf = (claim: Claim, keyId: string, publisher: string): Origin => ({
  issuer: claim.iss,
  source: claim.sub,
  edition: claim.rev,
  steps: claim.steps,
  keyId,
  publisher,
  publishedAt: new Date(claim.iat * 1_000),
  validUntil: claim.until === undefined ? null : new Date(claim.until * 1_000),
});

function read<Shape extends z.ZodType>(shape: Shape, part: string): z.output<Shape> {
  const value = shape.safeParse(jsonIn(Buffer.from(part, 'base64url').toString('utf8')));
  return value.success ? value.data : forged('form');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSigned(x: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

const mostListBytes = 512 * 1024;

async function keysOf(ctx: Ctx, site: string): Promise<Keys> {
  const { status, body, isCut } = await askFor(ctx, `${site}/.well-known/xiangyin-keys.json`);
  // No list, or none that can be read: whoever stands there has signed nothing.
  if (status === 404) return forged('key');
  if (status !== 200 || isCut) return refuse('OriginUnreachable', { status });
  const list = listShape.safeParse(jsonIn(body));
  return list.success ? list.data : forged('key');
}

async function askFor(ctx: Ctx, address: string): Promise<Incoming> {
  try {
    return await callOut(ctx.app.settings.innerHosts ?? [], {
      method: 'GET',
      address,
      headers: { accept: 'application/json' },
      // Whoever hands in waits for ten seconds.
      timeoutMilliseconds: 5_000,
      mostBytes: mostListBytes,
    });
  } catch (error) {
    if (error instanceof OutboundFailure) return refuse('OriginUnreachable', { problem: error.problem });
    throw error;
  }
}

const publisherIn = ({ publisher }: Keys, language: string): string =>
  withoutForbidden(publisher[language] ?? Object.values(publisher)[0] ?? '')
    .trim()
    .slice(0, 60);
