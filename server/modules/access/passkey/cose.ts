import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { decodePartialCBOR } from '@levischuck/tiny-cbor';

/** COSE numbers of the algorithms we ask for, best known first (RFC 9053). */
export const algorithms = { ES256: -7, EdDSA: -8, RS256: -257 } as const;
export type AlgorithmName = keyof typeof algorithms;

/** The name of a COSE algorithm number. Throws for one that we never ask for. */
export function algorithmName(number: number): AlgorithmName {
  const name = (['ES256', 'EdDSA', 'RS256'] as const).find((one) => algorithms[one] === number);
  if (!name) throw new Error(`COSE algorithm ${number} is not one of ours`);
  return name;
}

// Labels of COSE_Key parameters (RFC 9052 §7, RFC 9053 §7).
const label = { algorithm: 3, curve: -1, x: -2, y: -3, modulus: -1, exponent: -2 } as const;

/** The algorithm number written in a COSE key. */
export const algorithmOf = (cose: Uint8Array): number => Number(parameters(cose).get(label.algorithm));

/** A COSE key as SPKI, base64url. */
export function spkiOf(cose: Uint8Array): string {
  return keyOf(parameters(cose)).export({ type: 'spki', format: 'der' }).toString('base64url');
}

function keyOf(key: Map<unknown, unknown>): KeyObject {
  const text = (at: number): string => bytes(key.get(at)).toString('base64url');
  const name = algorithmName(Number(key.get(label.algorithm)));
  if (name === 'ES256')
    return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: text(label.x), y: text(label.y) } });
  if (name === 'EdDSA')
    return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: text(label.x) } });
  return createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: text(label.modulus), e: text(label.exponent) } });
}

function parameters(cose: Uint8Array): Map<unknown, unknown> {
  const [key]: [unknown, number] = decodePartialCBOR(Uint8Array.from(cose), 0);
  if (!(key instanceof Map)) throw new Error('not a COSE key');
  return key;
}

function bytes(value: unknown): Buffer {
  if (!(value instanceof Uint8Array)) throw new Error('a COSE key lacks a parameter');
  return Buffer.from(value);
}
