import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** What stands in the address of a call of the platform. */
export interface CallbackQuery {
  readonly signature?: string | undefined;
  readonly msg_signature?: string | undefined;
  readonly timestamp: string;
  readonly nonce: string;
}

/** How old a call may be, or how far ahead: a later one that was recorded is none. */
const mostSeconds = 600;

const sha1 = (...parts: readonly string[]): string =>
  createHash('sha1').update(parts.toSorted().join('')).digest('hex');

function isSame(given: string | undefined, wanted: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether the platform signed an address: it does so when the address is entered there. */
export const isSigned = ({ signature, timestamp, nonce }: CallbackQuery, token: string, at: Date): boolean =>
  isTimely(timestamp, at) && isSame(signature, sha1(token, timestamp, nonce));

const isTimely = (timestamp: string, at: Date): boolean =>
  Math.abs(Number(timestamp) - at.getTime() / 1_000) <= mostSeconds;

/** The words of a call, where its signature covers them and it is meant for this account; undefined for anything else. The signature of a call in plain words does not cover the words, so that such a call is none. */
export function openCallback(
  body: string,
  query: CallbackQuery,
  keys: { token: string; aesKey: string; appId: string },
  at: Date,
): string | undefined {
  const sealed = /<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)(?:\]\]>)?\s*<\/Encrypt>/.exec(body)?.[1];
  if (!sealed || !isTimely(query.timestamp, at)) return undefined;
  if (!isSame(query.msg_signature, sha1(keys.token, query.timestamp, query.nonce, sealed))) return undefined;
  return decrypted(sealed, keys);
}

// AES-256-CBC over random(16) + length(4) + words + appid, filled up to 32 by PKCS#7.
function decrypted(sealed: string, { aesKey, appId }: { aesKey: string; appId: string }): string | undefined {
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
    const words = plain.subarray(0, plain.length - (plain.at(-1) ?? 0));
    const length = words.readUInt32BE(16);
    if (words.subarray(20 + length).toString() !== appId) return undefined;
    return words.subarray(20, 20 + length).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The value of an element in the platform's XML, which nests nothing of the same name. */
export const valueOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[)?([^<\\]]*)(?:\\]\\]>)?\\s*</${name}>`).exec(xml)?.[1];
