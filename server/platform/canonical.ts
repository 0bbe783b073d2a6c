import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The value in RFC 8785 form (JSON Canonicalization Scheme). Throws for what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('value has no JSON form');
  return text;
}

/** Lower-case hexadecimal SHA-256. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data);

/** SHA-256 of the canonical form. */
export const canonicalHash = (value: unknown): string => sha256(canonicalJson(value));
