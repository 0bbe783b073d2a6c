import type { Tx } from '#platform/transaction';
import type { BackBecause } from '../dispatch/back-for-dispatch.ts';

/** What a resident has said of an order, by the page, by telephone or as a rating. */
type Said = 'partly' | 'not-done' | 'settled' | 'again';

const inRecord = (tx: Tx, key: string): string => tx.ctx.app.wording.say(tx.ctx.county.languages[0] ?? 'zh-CN', key);

/** What stands in the record for ever is said by us, in the county's language; the resident's own words stand where they are erased. */
export const saidWords = (tx: Tx, what: Said): string => inRecord(tx, `order.said-${what}`);

/** Why an order waits for dispatch again, where nobody gave a reason. */
export const becauseWords = (tx: Tx, because: BackBecause): string => inRecord(tx, `order.because-${because}`);

const codes: Readonly<Record<string, string>> = {
  partly: 'order.said-partly',
  'not-done': 'order.said-not-done',
  declined: 'order.because-declined',
  expired: 'order.because-expired',
  'given-back': 'order.because-given-back',
  reopened: 'order.because-reopened',
  'visit-failed': 'order.because-visit-failed',
  'wish-changed': 'order.because-wish-changed',
};

/** The reason of a move as it is read: older moves hold a code where words belong. */
export function reasonRead(tx: Tx, reason: string | null): string | null {
  const key = reason === null ? undefined : codes[reason];
  return key === undefined ? reason : tx.ctx.app.wording.say(tx.ctx.language, key);
}
