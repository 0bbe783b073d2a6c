import type { Check } from './check.ts';

/** 肖像同意: somebody can be recognised in a picture, and nobody is known to have agreed (民法典 art. 1019). A report of the news may need none (art. 1020): that is for people to say. */
export const pictureConsent: Check = {
  id: 'picture-consent',
  languages: ['zh', 'en'],
  find({ kind, figure }, facts) {
    const consent = kind === 'alt' ? facts.consents.get(figure) : undefined;
    return consent === undefined ? [] : [{ from: 0, to: 0, why: `consent-${consent}`, suggestion: null }];
  },
};
