import type { HoursMarkClaim, ListedKey } from '@xiangyin/server/contract';
import { bytesOf, jsonOf } from './bytes.ts';
import { isSigned, keyIdIn } from './signed.ts';

/** How a certificate stands today. `unknown`: the list could not be read or is not the county's. */
export type HoursStanding = { kind: 'valid' | 'unknown' } | { kind: 'revoked'; replacedBy: string | undefined };

const listHolds = 131_072;

/** Where the list lies in which a certificate has its bit. Everybody fetches the whole, so that nobody learns which one is checked. */
export const listPath = ({ idx }: Pick<HoursMarkClaim, 'idx'>): string =>
  `/certificates/status/${Math.floor(idx / listHolds)}`;

/** Whether a list is signed by a key of the county that is not in other hands. */
export function isCountys(list: string, keys: readonly Pick<ListedKey, 'kid' | 'x' | 'ended'>[]): boolean {
  const [head = '', payload = '', signature = ''] = list.trim().split('.');
  const key = keys.find(({ kid }) => kid === keyIdIn(head));
  return key !== undefined && key.ended !== 'compromised' && isSigned(key.x, `${head}.${payload}`, signature);
}

/** When a list was made, in milliseconds; 0 where it does not say. */
export function listMadeAt(list: string): number {
  const said = jsonOf(list.trim().split('.')[1] ?? '') as { validFrom?: unknown } | undefined;
  const at = typeof said?.validFrom === 'string' ? Date.parse(said.validFrom) : Number.NaN;
  return Number.isNaN(at) ? 0 : at;
}

/** Looks a certificate up in the list of what was revoked (W3C Bitstring Status List, a signed JWS). */
export async function standingIn(
  list: string,
  { idx }: Pick<HoursMarkClaim, 'idx'>,
  keys: readonly Pick<ListedKey, 'kid' | 'x' | 'ended'>[],
): Promise<HoursStanding> {
  if (!isCountys(list, keys)) return { kind: 'unknown' };
  const said = jsonOf(list.trim().split('.')[1] ?? '') as {
    credentialSubject?: { encodedList?: unknown };
    replaced?: Record<string, unknown>;
  };
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
