import type { Check } from './check.ts';

/** 站内链接: addresses of this site that open nothing. */
export const deadLinks: Check = {
  id: 'dead-links',
  languages: ['zh', 'en'],
  find({ links }, facts) {
    return links
      .filter(({ href }) => facts.deadLinks.has(href))
      .map(({ from, to, href }) => ({ from, to, why: 'dead-link' as const, values: { href }, suggestion: null }));
  },
};
