import { randomBytes } from 'node:crypto';

// Crockford's letters: no I, L, O, U, so that a code survives telephone and handwriting.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A fresh code: 12 letters of 5 random bits each and a check letter; 60 bits cannot be guessed. */
export function newOrderCode(): string {
  const random = [...randomBytes(12)].map((byte) => letters[byte & 31] ?? '0').join('');
  return random + checkLetter(random);
}

/** The check letter by Luhn's rule with 32 letters: every single slip and nearly every swap of neighbours is seen at once. */
export function checkLetter(code: string): string {
  const sum = [...code].toReversed().reduce((total, letter, at) => {
    const value = letters.indexOf(letter) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 32) + (value % 32);
  }, 0);
  return letters[(32 - (sum % 32)) % 32] ?? '0';
}

/** A typed code in its one form (blanks, hyphens, case and look-alike letters do not matter); null when it is none. */
export function codeForm(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–_.]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/U/g, 'V');
  if (!/^[0-9A-HJKMNP-TV-Z]{13}$/.test(code)) return null;
  return checkLetter(code.slice(0, 12)) === code.at(12) ? code : null;
}

/** As printed: `7K3M 9QWF 2HXR C`. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
