import { publishedBySlug } from '#newsroom';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { copiesOf } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { channelName } from '../copy/copy-view.ts';
import type { CopyReceipt, ReceiptsPageProps } from '../page-contract.ts';

/** `/stories/:slug/receipts`: where this text stands, copy by copy. Kept for a minute at most, since reading back is no event of the newsroom. */
export const receiptsPage: Page = {
  path: '/stories/:slug/receipts',
  view: 'channels/receipts',
  cached: false,
  load: ({ ctx, params }) =>
    ctx.transaction(async (tx) => {
      const { id, title, language, slug, edition } = found(await publishedBySlug(tx, params['slug'] ?? ''));
      const copies = (await copiesOf(tx, id)).map((copy) => receiptOf(ctx, copy));
      const props: ReceiptsPageProps = {
        story: { slug, title, language },
        edition: { number: edition.number, at: edition.publishedAt.toISOString(), fingerprint: edition.textHash },
        copies,
      };
      return { props };
    }),
};

// The public sees no difference between "replaced" and "taken down": in both the copy no longer stands.
const shownState: Readonly<Record<Copy['state'], CopyReceipt['state']>> = {
  planned: 'waiting',
  waiting: 'waiting',
  sending: 'waiting',
  manual: 'waiting',
  accepted: 'accepted',
  published: 'confirmed',
  drifted: 'failed',
  failed: 'failed',
  withdrawing: 'accepted',
  withdrawn: 'replaced',
  superseded: 'replaced',
};

const receiptOf = (ctx: Ctx, copy: Copy): CopyReceipt => ({
  channelName: channelName(ctx, copy),
  edition: copy.editionNumber,
  state: shownState[copy.state],
  at: copy.changedAt.toISOString(),
  // What an adopter says in words of its own is not measured by ours.
  fingerprintSeen: copy.uncompared === null ? copy.hashSeen : null,
  href: copy.state === 'published' || copy.state === 'drifted' ? copy.address : null,
});
