import type { Check } from './check.ts';

const material = /^\/materials\/([0-9a-f]{64})(?:\.[a-z]{2,4})?$/;

/** 肖像同意: somebody can be recognised in a picture, or by sight or voice in a recording that is linked to, and nobody is known to have agreed (民法典 art. 1019, 1023). A report of the news may need none (art. 1020): that is for people to say. */
export const pictureConsent: Check = {
  id: 'picture-consent',
  languages: ['zh', 'en'],
  find({ kind, figure, links }, facts) {
    const consent = kind === 'alt' ? facts.consents.get(figure) : undefined;
    if (consent !== undefined) return [{ from: 0, to: 0, why: `consent-${consent}`, suggestion: null }];
    return links.flatMap(({ from, to, href }) => {
      const lacking = facts.consents.get(material.exec(href)?.[1] ?? '');
      return lacking ? [{ from, to, why: `material-consent-${lacking}` as const, suggestion: null }] : [];
    });
  },
};
