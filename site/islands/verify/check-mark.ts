import type { HoursMarkClaim, ListedKey, StoryMarkClaim } from '@xiangyin/server/contract';
import { jsonOf } from './bytes.ts';
import { isSigned, keyIdIn } from './signed.ts';

/** What can be said of a mark without network. `late`: signed after its key had ended. `stolen`: its key may be in other hands. */
export type Finding =
  | { kind: 'unreadable' }
  | { kind: 'unknown-key' | 'stolen' | 'late' | 'changed' | 'good'; claim: MarkClaim };

/** What a mark is of: an edition of a story, or a certificate of hours. */
export type MarkClaim = StoryMarkClaim | HoursMarkClaim;

/** Whether a claim is that of a certificate of hours. */
export const isOfHours = (claim: MarkClaim): claim is HoursMarkClaim => 'vol' in claim;

/** The mark in what was pasted or scanned: an address that ends with it, or the mark alone. */
export const markIn = (text: string): string => /([\w-]+\.[\w-]+\.[\w-]+)\s*$/.exec(text.trim())?.[1] ?? '';

/** Checks a mark (compact JWS) against the keys that are known here. */
export function checkMark(mark: string, keys: readonly Pick<ListedKey, 'kid' | 'x' | 'until' | 'ended'>[]): Finding {
  const [head = '', payload = '', signature = ''] = mark.split('.');
  const kid = keyIdIn(head);
  const claim = jsonOf(payload);
  if (kid === undefined || !(isClaim(claim) || isHoursClaim(claim))) return { kind: 'unreadable' };
  const key = keys.find((one) => one.kid === kid);
  if (!key) return { kind: 'unknown-key', claim };
  if (!isSigned(key.x, `${head}.${payload}`, signature)) return { kind: 'changed', claim };
  if (key.ended === 'compromised') return { kind: 'stolen', claim };
  if (key.until !== null && claim.iat * 1000 > Date.parse(key.until)) return { kind: 'late', claim };
  return { kind: 'good', claim };
}

function isHoursClaim(value: unknown): value is HoursMarkClaim {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const isText = (name: string): boolean => typeof fields.get(name) === 'string';
  const minutes = fields.get('min');
  return (
    ['iss', 'sub', 'vol', 'unit'].every(isText) &&
    ['name', 'from', 'until'].every((name) => !fields.has(name) || isText(name)) &&
    (!fields.has('n') || Number.isSafeInteger(fields.get('n'))) &&
    ['iat', 'idx'].every((name) => Number.isSafeInteger(fields.get(name)) && Number(fields.get(name)) >= 0) &&
    Array.isArray(minutes) &&
    minutes.length === 4 &&
    minutes.every((one) => Number.isSafeInteger(one))
  );
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
