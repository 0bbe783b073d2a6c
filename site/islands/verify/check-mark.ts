import type { ListedKey, StoryMarkClaim } from '@xiangyin/server/contract';
import { jsonOf } from './bytes.ts';
import { isSigned, keyIdIn } from './signed.ts';

/** What can be said of a mark without network. `late`: signed after its key had ended. `stolen`: its key may be in other hands. */
export type Finding =
  | { kind: 'unreadable' }
  | { kind: 'unknown-key' | 'stolen' | 'late' | 'changed' | 'good'; claim: StoryMarkClaim };

/** The mark in what was pasted or scanned: an address that ends with it, or the mark alone. */
export const markIn = (text: string): string => /([\w-]+\.[\w-]+\.[\w-]+)\s*$/.exec(text.trim())?.[1] ?? '';

/** Checks a mark (compact JWS) against the keys that are known here. */
export function checkMark(mark: string, keys: readonly Pick<ListedKey, 'kid' | 'x' | 'until' | 'ended'>[]): Finding {
  const [head = '', payload = '', signature = ''] = mark.split('.');
  const kid = keyIdIn(head);
  const claim = jsonOf(payload);
  if (kid === undefined || !isClaim(claim)) return { kind: 'unreadable' };
  const key = keys.find((one) => one.kid === kid);
  if (!key) return { kind: 'unknown-key', claim };
  if (!isSigned(key.x, `${head}.${payload}`, signature)) return { kind: 'changed', claim };
  if (key.ended === 'compromised') return { kind: 'stolen', claim };
  if (key.until !== null && claim.iat * 1000 > Date.parse(key.until)) return { kind: 'late', claim };
  return { kind: 'good', claim };
}

const texts = ['iss', 'sub', 'sha', 'steps', 'head'];
const numbers = ['rev', 'iat'];

function isClaim(value: unknown): value is StoryMarkClaim {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const until = fields.get('until');
  return (
    texts.every((name) => typeof fields.get(name) === 'string') &&
    numbers.every((name) => Number.isSafeInteger(fields.get(name))) &&
    (until === undefined || Number.isSafeInteger(until))
  );
}
