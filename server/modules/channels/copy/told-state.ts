import { capabilitiesOf } from '../kinds/registry.ts';
import type { CopyReceipt } from '../page-contract.ts';
import type { Copy } from './copy-queries.ts';
import { isBehindNote, isLeftStanding, isUnrecalled } from './states.ts';

/** What must be known of a copy to say in public how it stands. */
export type Told = Pick<Copy, 'state' | 'problem' | 'carrier' | 'dueAt' | 'publishedAt' | 'settings'>;

/** How a copy stands, as everybody is told; `isWithdrawn`: its story is. */
export function toldState(copy: Told, isWithdrawn: boolean): CopyReceipt['state'] {
  if (isLeftThere(copy, isWithdrawn)) return 'stays';
  if (copy.state === 'drifted' && copy.problem === 'not-there') return 'missing';
  // It stood there, and its channel can only send a note after it.
  if (copy.state === 'withdrawn' && copy.publishedAt && capabilitiesOf(copy.settings).withdraw === 'notice')
    return 'followed';
  if (isBehindNote(copy, capabilitiesOf(copy.settings))) return 'passed';
  return told[copy.state];
}

const told: Readonly<Record<Copy['state'], CopyReceipt['state']>> = {
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

// Nothing takes it down any more: its channel cannot, or the recall failed for good or was given up.
const isLeftThere = (copy: Told, isWithdrawn: boolean): boolean =>
  isUnrecalled(copy) ||
  (isWithdrawn &&
    (isLeftStanding(copy) ||
      (['accepted', 'published'].includes(copy.state) && capabilitiesOf(copy.settings).withdraw === 'none')));
