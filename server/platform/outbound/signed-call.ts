import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new secret, in the form that the libraries of Standard Webhooks take. */
export const newSecret = (): string => prefix + randomBytes(32).toString('base64');

/** The headers of a signed call (Standard Webhooks 1.0.0): the receiver knows a repeated call by its id, refuses one that is older than five minutes, and takes any one of the signatures, so that a secret is changed without losing a call. */
export function signedHeaders(
  call: { id: string; at: Date; body: string },
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(call.at.getTime() / 1_000));
  const signed = `${call.id}.${timestamp}.${call.body}`;
  return {
    'webhook-id': call.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${hmac(secret, signed)}`).join(' '),
  };
}

const hmac = (secret: string, text: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(text)
    .digest('base64');
