import { publishedBySlug } from '#newsroom';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { copiesOf } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { channelName } from '../copy/copy-view.ts';
import { isUnrecalled } from '../copy/states.ts';
import { capabilitiesOf } from '../kinds/registry.ts';
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

const shownState: Readonly<Record<Copy['state'], CopyReceipt['state']>> = {
  planned: 'waiting',
  waiting: 'waiting',
  sending: 'waiting',
  manual: 'waiting',
  accepted: 'accepted',
  published: 'confirmed',
  drifted: 'drifted',
  failed: 'failed',
  withdrawing: 'withdrawing',
  withdrawn: 'withdrawn',
  superseded: 'replaced',
};

function stateOf(copy: Copy, isWithdrawn: boolean): CopyReceipt['state'] {
  if (isLeftThere(copy, isWithdrawn)) return 'stays';
  if (copy.state === 'drifted' && copy.problem === 'not-there') return 'missing';
  // It stood there, and its channel can only send a note after it.
  if (copy.state === 'withdrawn' && copy.publishedAt && capabilitiesOf(copy.settings).withdraw === 'notice')
    return 'followed';
  return shownState[copy.state];
}

// Nothing takes it down any more: its channel cannot, or the recall failed for good or was given up.
const isLeftThere = (copy: Copy, isWithdrawn: boolean): boolean =>
  isUnrecalled(copy) ||
  (isWithdrawn &&
    ((copy.state === 'published' && copy.problem === 'not-withdrawn') ||
      (['accepted', 'published'].includes(copy.state) && capabilitiesOf(copy.settings).withdraw === 'none')));

const uncomparedOf = ({ uncompared }: Copy): CopyReceipt['uncompared'] => {
  if (uncompared === null || uncompared === 'accepted' || uncompared === 'own-words') return uncompared;
  return 'unreadable';
};

const receiptOf = (ctx: Ctx, copy: Copy, isWithdrawn: boolean): CopyReceipt => ({
  channelName: channelName(ctx, copy),
  edition: copy.editionNumber,
  state: stateOf(copy, isWithdrawn),
  at: copy.changedAt.toISOString(),
  // Of other words that are let stand the fingerprint is told all the same; what an adopter says in words of its own is not measured by ours.
  fingerprintSeen: copy.uncompared === null || copy.uncompared === 'accepted' ? copy.hashSeen : null,
  uncompared: uncomparedOf(copy),
  // Nobody is led to the words of a story that is withdrawn.
  href: !isWithdrawn && (copy.state === 'published' || copy.state === 'drifted') ? copy.address : null,
});
