import { eachMatch, type Check } from './check.ts';
import { commonErrorList } from './common-error-list.ts';
import { knownForms } from './lexicon.ts';

interface Entry {
  readonly right: string;
  readonly notAfter: string;
  readonly notBefore: string;
}

const entries = new Map<string, Entry>(
  commonErrorList
    .trim()
    .split('\n')
    .map((line) => {
      const [wrong = '', right = '', ...guards] = line.split(' ');
      const guard = (sign: string): string => guards.find((one) => one.startsWith(sign))?.slice(1) ?? '';
      return [wrong, { right, notAfter: guard('前'), notBefore: guard('后') }];
    }),
);
const anyOfThem = new RegExp([...entries.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');
// 既使 is 即使 only with what answers it; 既使农民增收，又使集体受益 is right. So it is with 既便.
const asIf =
  /既[使便](?![用得人宜民利捷于])(?=[^。！？\n]{1,30}[，,]?[^。！？\n]{0,12}[也都仍还])(?![^。！？\n]{0,60}(?:又|同时|也[使便让]))/gu;
// 座落 only with a preposition: 一座落成的桥 is right.
const seated = /(?<![一这那两几每数二三四五六七八九十某该整])座落(?=[于在])/gu;

/** 常见错别字: wrong characters in set words. Names and terms of the county's lexicon are left alone. */
export const commonErrors: Check = {
  id: 'common-errors',
  languages: ['zh'],
  find({ plain }, { lexicon }) {
    const found = [
      ...eachMatch(plain, anyOfThem, ({ 0: wrong, index }) => {
        const entry = entries.get(wrong);
        if (
          entry === undefined ||
          stands(entry.notAfter, plain.charAt(index - 1)) ||
          stands(entry.notBefore, plain.charAt(index + wrong.length))
        )
          return null;
        return { why: 'common-error', values: { words: wrong, right: entry.right }, suggestion: entry.right };
      }),
      ...eachMatch(plain, asIf, ([wrong]) => {
        const right = `即${wrong.charAt(1)}`;
        return { why: 'common-error', values: { words: wrong, right }, suggestion: right };
      }),
      ...eachMatch(plain, seated, ([wrong]) => ({
        why: 'common-error',
        values: { words: wrong, right: '坐落' },
        suggestion: '坐落',
      })),
    ];
    if (found.length === 0) return found;
    const known = knownForms(plain, lexicon);
    return found.filter(({ from, to }) => !known.some((one) => one.term === null && one.from < to && from < one.to));
  },
};

const stands = (signs: string, sign: string): boolean => sign !== '' && signs.includes(sign);
