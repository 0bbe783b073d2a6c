import type { Page } from '#platform/page';
import type { ContactPageProps, NoProps, PrivacyPageProps } from '../page-contract.ts';
import { privacyParts } from './privacy-parts.ts';

const words = (path: string, view: string): Page => ({
  path,
  view,
  cached: true,
  load: async () => ({ props: {} satisfies NoProps, keys: ['county'] }),
});

/** What the publisher promises, and where it is asked: `/principles`, `/contact`, `/accessibility`, `/privacy`. */
export const statementPages: readonly Page[] = [
  words('/principles', 'portal/principles'),
  words('/accessibility', 'portal/accessibility'),
  {
    path: '/contact',
    view: 'portal/contact',
    cached: true,
    load: async ({ ctx }) => ({
      props: { securityHref: '/.well-known/security.txt', zone: ctx.county.timeZone } satisfies ContactPageProps,
      keys: ['county'],
    }),
  },
  {
    path: '/privacy',
    view: 'portal/privacy',
    cached: true,
    load: async ({ ctx }) => ({ props: { parts: privacyParts(ctx.app.modules) } satisfies PrivacyPageProps, keys: [] }),
  },
];
