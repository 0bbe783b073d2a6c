import type { Outcome, Sending } from '../sending.ts';
import { planFollowUps, renewPlanned } from './mailing/plan-mailings.ts';
import type { NewsletterSettings } from './settings.ts';

const lookAfterSeconds = 5;

/** A correction goes to exactly those who got the wrong text, in the same thread; letters that have not left yet leave with the new one. An edition that corrects nothing writes to nobody. */
export async function correct(sending: Sending<NewsletterSettings>): Promise<Outcome> {
  await renewPlanned(sending);
  if (sending.piece.correctionNote !== null) await planFollowUps(sending, 'correction');
  return { outcome: 'accepted', lookAfterSeconds, detail: {} };
}
