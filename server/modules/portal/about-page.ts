import { keyFingerprint } from '#platform/keys';
import type { Page } from '#platform/page';
import { signedHeadOf } from '#platform/seals';
import type { AboutPageProps } from './page-contract.ts';

/** `/about`: who publishes, what this never does, how signatures are checked. */
export const aboutPage: Page = {
  path: '/about',
  view: 'portal/about',
  cached: true,
  load: ({ ctx }) =>
    ctx.transaction(async (tx) => {
      const head = await signedHeadOf(tx, 'audit');
      const [key] = await tx.named<{ public_key: string }>(
        'portal.county-key',
        `select public_key from platform.signing_keys where county_id = $1 and purpose = 'county' and retired_at is null order by made_at desc limit 1`,
        [tx.countyId],
      );
      const props: AboutPageProps = {
        auditHead: head ? { at: head.signedAt.toISOString(), hash: head.chainHash } : null,
        countyKeyFingerprint: key ? keyFingerprint(key.public_key) : null,
      };
      return { props, keys: ['about'] };
    }),
};
