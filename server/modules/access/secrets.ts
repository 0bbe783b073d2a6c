import { createHash, randomBytes } from 'node:crypto';

/** A fresh secret of 256 random bits, base64url: a session cookie, a token, an invitation. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a secret: SHA-256, hexadecimal. The secrets have 100 bits or more, so no salt is needed. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

// Crockford's alphabet: no I, L, O, U, so that a code survives telephone and handwriting.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code for paper, such as 7K3Q-9FZ2-M0TD-…: 5 random bits a sign. */
export function newPaperCode(groups: number): string {
  const signs = [...randomBytes(groups * 4)].map((byte) => alphabet[byte & 31] ?? '0');
  return Array.from({ length: groups }, (_, at) => signs.slice(at * 4, at * 4 + 4).join('')).join('-');
}

/** A typed code in its one form: case, blanks, hyphens and look-alike letters do not matter. */
export const paperCodeForm = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/U/g, 'V');
