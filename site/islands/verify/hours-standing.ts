import type { HoursMarkClaim, ListedKey } from '@xiangyin/server/contract';
import { bytesOf, jsonOf } from './bytes.ts';
import { isSigned, keyIdIn } from './signed.ts';

/** How a certificate stands today. `unknown`: the list could not be read or is not the county's. */
export type HoursStanding = { kind: 'valid' | 'unknown' } | { kind: 'revoked'; replacedBy: string | undefined };

const listHolds = 131_072;

/** Where the list lies in which a certificate has its bit. Everybody fetches the whole, so that nobody learns which one is checked. */
export const listPath = ({ idx }: Pick<HoursMarkClaim, 'idx'>): string =>
  `/certificates/status/${Math.floor(idx / listHolds)}`;

/** Looks a certificate up in the list of what was revoked (W3C Bitstring Status List, a signed JWS). */
export async function standingIn(
  list: string,
  { idx }: Pick<HoursMarkClaim, 'idx'>,
  keys: readonly Pick<ListedKey, 'kid' | 'x' | 'ended'>[],
): Promise<HoursStanding> {
  const [head = '', payload = '', signature = ''] = list.trim().split('.');
  const key = keys.find(({ kid }) => kid === keyIdIn(head));
  if (!key || key.ended === 'compromised' || !isSigned(key.x, `${head}.${payload}`, signature))
    return { kind: 'unknown' };
  const said = jsonOf(payload) as { credentialSubject?: { encodedList?: unknown }; replaced?: Record<string, unknown> };
  const letters = said.credentialSubject?.encodedList;
  const bits = typeof letters === 'string' ? await unpacked(letters.slice(1)) : undefined;
  const at = idx % listHolds;
  if (!bits || bits.length * 8 <= at) return { kind: 'unknown' };
  // The first bit is the highest of the first byte.
  if (((bits[at >> 3] ?? 0) & (0x80 >> (at & 7))) === 0) return { kind: 'valid' };
  const next = said.replaced?.[String(idx)];
  return { kind: 'revoked', replacedBy: typeof next === 'string' ? next : undefined };
}

// Browsers before 2022 cannot unpack: they say that they do not know.
async function unpacked(letters: string): Promise<Uint8Array | undefined> {
  const bytes = bytesOf(letters);
  if (!bytes || typeof DecompressionStream === 'undefined') return undefined;
  try {
    const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return undefined;
  }
}
