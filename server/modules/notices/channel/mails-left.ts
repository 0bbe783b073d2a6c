import { count, countOf } from '#platform/throttles';
import type { Tx } from '#platform/transaction';

const sent = { scope: 'notices.mails', minutes: 24 * 60 };

/** Mails that were given to the server since midnight UTC; counted only where the county has a limit. */
export const mailsToday = async (tx: Tx): Promise<number> => (await countOf(tx, sent)).hits;

/** Whether the county may send a mail now. Those beyond its limit wait for the next day, in their order. */
export async function mayMail(tx: Tx): Promise<boolean> {
  const most = tx.ctx.county.limits.mailsPerDay;
  return most === undefined || (await mailsToday(tx)) < most;
}

/** Counts a mail that is being sent: a try that fails was one too. */
export async function countMail(tx: Tx): Promise<void> {
  if (tx.ctx.county.limits.mailsPerDay !== undefined) await count(tx, sent);
}
