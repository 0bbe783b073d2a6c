import type { Actor } from '#platform/actor';
import { abilitiesOn, may } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { CopyView } from '../contract.ts';
import { capabilitiesOf } from '../kinds/registry.ts';
import { formerReceiptsOf, hasHandReceipt, pictureOf } from './hand-receipt.ts';
import type { Copy, DeskCopy } from './copy-queries.ts';
import { isInHands, mayAccept, mayGiveUp } from './may-act.ts';
import { retryOf } from './retry-of.ts';
import { isBehindNote } from './states.ts';

/** A channel's name: the county's own, or that of the site in the reader's language. */
export const channelName = (ctx: Ctx, copy: Pick<Copy, 'channelName'>): string =>
  copy.channelName ?? ctx.app.wording.say(ctx.tag, 'channels.name.site');

/** A copy with what the asker may do with it as it stands, and what its receiver said of it (`remarksOn`). */
export const copyView = (tx: Tx, actor: Actor, copy: DeskCopy, remark: CopyView['remark'] = null): CopyView => ({
  id: copy.id,
  storyId: copy.storyId,
  storyTitle: copy.storyTitle,
  editionId: copy.editionId,
  editionNumber: copy.editionNumber,
  channel: copy.channel,
  channelId: copy.channelId,
  channelName: channelName(tx.ctx, copy),
  state: copy.state,
  behindNote: isBehindNote(copy, capabilitiesOf(copy.settings)),
  waitsFor: copy.waitsFor,
  address: copy.address,
  pictureHash: pictureOf(copy.receipt),
  formerReceipts: formerReceiptsOf(copy.receipt),
  receivers: receiversOf(copy.receipt),
  hashSent: copy.hashSent,
  hashSeen: copy.hashSeen,
  uncompared: copy.uncompared,
  looks: copy.looks,
  tries: copy.tries,
  problem: copy.problem,
  remark,
  retry: retryOf(copy),
  dueAt: copy.dueAt?.toISOString() ?? null,
  plannedAt: copy.plannedAt.toISOString(),
  publishedAt: copy.publishedAt?.toISOString() ?? null,
  seenAt: copy.seenAt?.toISOString() ?? null,
  endedAt: copy.endedAt?.toISOString() ?? null,
  holdsOn: copy.holdsOnAt !== null,
  changedAt: copy.changedAt.toISOString(),
  counts: copy.counts,
  mayMendReceipt: hasHandReceipt(copy) && may(tx, actor, 'copy.bring', copy),
  abilities: actsOn(tx, actor, copy),
});

const fitting: Readonly<Record<string, (tx: Tx, copy: DeskCopy) => boolean>> = {
  'copy.retry': (_, copy) => retryOf(copy) !== null,
  'copy.give-up': mayGiveUp,
  'copy.accept-words': (_, copy) => mayAccept(copy),
  'copy.bring': (_, copy) => isInHands(copy) || copy.isOvertakenInHands,
};

// What the asker may do at all, where it fits the copy as it stands.
const actsOn = (tx: Tx, actor: Actor, copy: DeskCopy): string[] =>
  abilitiesOn(tx, actor, 'copy', copy).filter((ability) => fitting[ability]?.(tx, copy) ?? true);

function receiversOf(receipt: Copy['receipt']): number | null {
  const mailed = receipt?.['receivers'];
  return typeof mailed === 'number' ? mailed : null;
}
