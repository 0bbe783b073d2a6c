import { eachMatch, type Check } from './check.ts';

/** 个人信息: numbers of identity cards, telephones and bank cards, by their check digits where they have one (PIPL art. 6, 28; GB 11643, ISO/IEC 7812). Whether they may be public, a person decides. */
export const personalData: Check = {
  id: 'personal-data',
  languages: ['zh', 'en'],
  find(passage) {
    const plain = halfWidth(passage.plain);
    const mayBePublic = (from: number): boolean =>
      passage.links.some((link) => link.from <= from && from < link.to && link.href.startsWith('tel:'));
    return [
      ...eachMatch(plain, /(?<![\dA-Za-z])[1-9]\d{5}([ -]?)\d{8}\1\d{3}[\dXx](?![\dA-Za-z])/gu, ([words]) =>
        isIdNumber(words.replace(/[ -]/g, '')) ? { why: 'id-number', suggestion: null } : null,
      ),
      ...eachMatch(plain, /(?<![\d-])(?:\+?86[- ]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}(?![\d-])/gu, ({ index }) =>
        mayBePublic(index) ? null : { why: 'mobile', suggestion: null },
      ),
      ...(passage.inFactBox ? [] : landlines(plain, mayBePublic)),
      ...eachMatch(plain, /(?<!\d)(?:[3-6]\d{3})(?:([ -]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?)(?!\d)/gu, ([words]) =>
        isCardNumber(words.replace(/\D/g, '')) ? { why: 'bank-card', suggestion: null } : null,
      ),
    ];
  },
};

const landlines = (plain: string, mayBePublic: (from: number) => boolean) =>
  eachMatch(plain, /(?<![\d-])(?:[（(]0\d{2,3}[）)] ?|0\d{2,3}[-— ])[2-9]\d{2,3}[- ]?\d{4}(?![\d-])/gu, ({ index }) =>
    mayBePublic(index) ? null : { why: 'landline', suggestion: null },
  );

/** Digits, X and hyphens as a Chinese keyboard may have typed them; each stays one sign, so that places stay what they are. */
const halfWidth = (words: string): string =>
  words.replace(/[０-９Ｘｘ－]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Eighteen digits with a day of birth that exists and the check digit of GB 11643 (ISO 7064, MOD 11-2). */
export function isIdNumber(digits: string): boolean {
  const [year, month, day] = [digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)].map(Number);
  const born = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  if ((year ?? 0) < 1880 || born.getUTCMonth() + 1 !== month || born.getUTCDate() !== day) return false;
  const sum = weights.reduce((all, weight, i) => all + weight * Number(digits.charAt(i)), 0);
  return '10X98765432'.charAt(sum % 11) === digits.charAt(17).toUpperCase();
}

/** Sixteen to nineteen digits whose check digit is right by Luhn (ISO/IEC 7812-1). */
export function isCardNumber(digits: string): boolean {
  if (!/^[3-6]\d{15,18}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((all, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
