import type { Outcome, Sending } from '../sending.ts';
import { dropPlanned, planFollowUps } from './mailing/plan-mailings.ts';
import type { NewsletterSettings } from './settings.ts';

/** What has not left stays; whoever got the text is told that it is being checked, in the same thread. */
export async function withdraw(sending: Sending<NewsletterSettings>): Promise<Outcome> {
  await dropPlanned(sending);
  await planFollowUps(sending, 'withdrawal');
  return { outcome: 'accepted', detail: {} };
}
