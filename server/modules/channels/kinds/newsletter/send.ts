import type { Outcome, Sending } from '../sending.ts';
import { areUnderWay, underWay } from './mailing/letters-under-way.ts';
import { dropPlanned, planFollowUps, planInstant, planMissed } from './mailing/plan-mailings.ts';
import type { NewsletterSettings } from './settings.ts';

/** A first look at what became of the letters comes soon: most go out within seconds. */
const lookAfterSeconds = 5;

/** Plans a letter to everybody who wants this story at once; digests find it by the copy itself. Of one that stands again after a withdrawal those hear who were told of the withdrawal, and those whose letter it held back. The same again plans nothing twice. */
export async function send(sending: Sending<NewsletterSettings>): Promise<Outcome> {
  if (sending.copy.round > 1) {
    await dropPlanned(sending, ['withdrawal']);
    if (await areUnderWay(sending, ['withdrawal'], null)) return underWay;
    await planFollowUps(sending, 'restoration');
    await planMissed(sending);
  } else await planInstant(sending);
  return { outcome: 'accepted', lookAfterSeconds, detail: {} };
}
