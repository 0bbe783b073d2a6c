import type { AxeBuilder } from '@axe-core/playwright';

/** What axe is to tell: otherwise it also describes every element that passed, and takes twice the time. */
export const violationsOnly: Parameters<AxeBuilder['options']>[0] = { resultTypes: ['violations'] };
