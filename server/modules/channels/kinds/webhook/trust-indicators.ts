import type { Piece } from '../../piece/piece.ts';

const titles = {
  zh: {
    proof: '怎么核对签字',
    receipts: '发到了哪里、在哪里改过',
    corrections: '更正和撤下的登记',
    principles: '我们怎么发布',
  },
  en: {
    proof: 'How its signatures are checked',
    receipts: 'Where it went and where it was corrected',
    corrections: 'Register of corrections and withdrawals',
    principles: 'How we publish',
  },
} as const;

/** `trustIndicators` of ninjs 3.1: where whoever receives a text checks it, sees its corrections, and reads what its publisher promises. Roles are those of schema.org; the proof and the receipts have none there. */
export function trustIndicators({ language, site, address }: Piece): Record<string, string>[] {
  const words = titles[language === 'en' ? 'en' : 'zh'];
  const slug = address.slice(address.lastIndexOf('/') + 1);
  const prefix = address.slice(site.length).replace(/\/stories\/.*/, '');
  return [
    { title: words.proof, href: `${site}/stories/${slug}/proof.json` },
    { title: words.receipts, href: `${address}/receipts` },
    { role: 'https://schema.org/correctionsPolicy', title: words.corrections, href: `${site}${prefix}/corrections` },
    { role: 'https://schema.org/publishingPrinciples', title: words.principles, href: `${site}${prefix}/principles` },
  ];
}
