import { publishedBySlug } from '#newsroom';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { copiesOf } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { channelName } from '../copy/copy-view.ts';
import { toldState } from '../copy/told-state.ts';
import type { CopyReceipt, ReceiptsPageProps } from '../page-contract.ts';

/** `/stories/:slug/receipts`: where this text stands, copy by copy. Never cached, since reading back is no event of the newsroom. */
export const receiptsPage: Page = {
  path: '/stories/:slug/receipts',
  view: 'channels/receipts',
  cached: false,
  load: ({ ctx, params }) =>
    ctx.transaction(async (tx) => {
      const { id, title, language, slug, edition, withdrawnAt } = found(
        await publishedBySlug(tx, params['slug'] ?? ''),
      );
      const isWithdrawn = withdrawnAt !== null;
      const copies = (await copiesOf(tx, id)).map((copy) => receiptOf(ctx, copy, isWithdrawn));
      const props: ReceiptsPageProps = {
        story: { slug, title, language },
        edition: { number: edition.number, at: edition.publishedAt.toISOString(), fingerprint: edition.textHash },
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
        copies,
      };
      return { props };
    }),
};

const uncomparedOf = ({ uncompared }: Copy): CopyReceipt['uncompared'] => {
  if (uncompared === null || uncompared === 'accepted' || uncompared === 'own-words') return uncompared;
  return 'unreadable';
};

const receiptOf = (ctx: Ctx, copy: Copy, isWithdrawn: boolean): CopyReceipt => ({
  channelName: channelName(ctx, copy),
  edition: copy.editionNumber,
  state: toldState(copy, isWithdrawn),
  at: copy.changedAt.toISOString(),
  // Of other words that are let stand the fingerprint is told all the same; what an adopter says in words of its own is not measured by ours.
  fingerprintSeen: copy.uncompared === null || copy.uncompared === 'accepted' ? copy.hashSeen : null,
  uncompared: uncomparedOf(copy),
  // Nobody is led to the words of a story that is withdrawn.
  href: !isWithdrawn && (copy.state === 'published' || copy.state === 'drifted') ? copy.address : null,
});
