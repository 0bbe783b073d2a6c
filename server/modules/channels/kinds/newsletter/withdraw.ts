import type { Outcome, Sending } from '../sending.ts';
import { areUnderWay, openLetters, underWay } from './mailing/letters-under-way.ts';
import { dropPlanned, planFollowUps, takeAsSent } from './mailing/plan-mailings.ts';
import type { NewsletterSettings } from './settings.ts';

const longestWaitSeconds = 600;

/** What has not left stays; whoever got the text is told that it is being checked, in the same thread. It is done when those letters have left; until then it is asked again, later and later, which plans nothing twice. */
export async function withdraw(sending: Sending<NewsletterSettings>): Promise<Outcome> {
  await dropPlanned(sending, ['instant', 'correction', 'restoration']);
  await takeAsSent(sending);
  if (await areUnderWay(sending, ['instant', 'digest', 'correction', 'restoration'], null)) return underWay;
  await planFollowUps(sending, 'withdrawal');
  const open = await openLetters(sending, 'withdrawal');
  if (open === 0) return { outcome: 'accepted', detail: {} };
  const lookAfterSeconds = Math.min(longestWaitSeconds, 5 * 2 ** Math.max(0, sending.copy.tries - 1));
  return { outcome: 'accepted', lookAfterSeconds, detail: { open } };
}
