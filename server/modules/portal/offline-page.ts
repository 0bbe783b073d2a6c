import type { Page } from '#platform/page';
import type { NoProps } from './page-contract.ts';

/** `/offline`: what the device kept, for reading without network. It stands in for pages that were not kept; what it lists, only the device knows. */
export const offlinePage: Page = {
  path: '/offline',
  view: 'portal/offline',
  cached: true,
  load: async () => ({ props: {} satisfies NoProps, keys: [] }),
};
