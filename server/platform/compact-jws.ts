import type { ServerKey } from './keys.ts';

/** A claim as compact JWS (RFC 7515 §3.1, EdDSA as in RFC 8037): the whole fits a QR code. The same key, claim and order of names give the same letters again. */
export function compactJws(key: ServerKey, claim: Readonly<Record<string, unknown>>): string {
  const signed = `${encoded({ alg: 'EdDSA', kid: key.id })}.${encoded(claim)}`;
  return `${signed}.${key.sign(signed)}`;
}

/** A JWS whose payload travels beside it (RFC 7515, appendix F). */
export function detachedJws(key: ServerKey, payload: string): string {
  const head = encoded({ alg: 'EdDSA', kid: key.id });
  return `${head}..${key.sign(`${head}.${Buffer.from(payload).toString('base64url')}`)}`;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
