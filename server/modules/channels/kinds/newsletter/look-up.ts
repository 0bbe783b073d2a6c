import type { Outcome, Sending } from '../sending.ts';
import { correct } from './correct.ts';
import { send } from './send.ts';
import type { NewsletterSettings } from './settings.ts';

const againAfterSeconds = 10;

/** What became of the letters of a copy: taken over while some still wait, published with their number when all left. What a dead process left half planned is planned to its end, since that plans nothing twice. */
export async function lookUp(sending: Sending<NewsletterSettings>): Promise<Outcome | 'absent'> {
  const { ctx, copy } = sending;
  const { open, mailed, failed } = await ctx.transaction(async (tx) => {
    const [row] = await tx.named<{ open: number; mailed: number; failed: number }>(
      'channels.letters-of',
      `select count(*) filter (where state in ('planned', 'sending'))::int as open, count(*) filter (where state in ('sent', 'returned'))::int as mailed, count(*) filter (where state = 'failed')::int as failed
         from channels.mailings where county_id = $1 and copy_id = $2`,
      [tx.countyId, copy.id],
    );
    return row ?? { open: 0, mailed: 0, failed: 0 };
  });
  if (copy.state === 'sending') {
    if (open + mailed + failed === 0) return 'absent';
    return sending.former ? correct(sending) : send(sending);
  }
  if (open > 0) return { outcome: 'accepted', lookAfterSeconds: againAfterSeconds, detail: { open } };
  if (mailed === 0 && failed > 0) return { outcome: 'failed', problem: 'refused', detail: { failed } };
  return { outcome: 'published', address: null, remoteId: null, detail: { receivers: mailed, failed } };
}
