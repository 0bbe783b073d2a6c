import type { BounceReason } from '../../../contract.ts';

/** The class of an answer by which a letter was refused for good: its enhanced status (RFC 3463), or else, where the receiver names none, its reply code (RFC 5321), of which 550 may mean anything. */
export function bounceReason(answer: string): BounceReason {
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(answer)?.[0];
  if (status === undefined) return byReply[/^\d{3}/.exec(answer)?.[0] ?? ''] ?? 'other';
  const [, subject] = status.split('.');
  return byStatus[status] ?? bySubject[subject ?? ''] ?? 'other';
}

const byStatus: Readonly<Record<string, BounceReason>> = {
  '5.1.0': 'no-mailbox',
  '5.1.1': 'no-mailbox',
  '5.1.2': 'no-server',
  '5.1.3': 'no-mailbox',
  '5.1.6': 'no-mailbox',
  // RFC 7505: its domain says that it takes no mail at all.
  '5.1.10': 'no-server',
  '5.2.1': 'closed',
  '5.2.2': 'full',
};
// Networks and routes; policies.
const bySubject: Readonly<Record<string, BounceReason>> = { '4': 'no-server', '7': 'refused' };
const byReply: Readonly<Record<string, BounceReason>> = { '551': 'no-mailbox', '552': 'full', '553': 'no-mailbox' };
