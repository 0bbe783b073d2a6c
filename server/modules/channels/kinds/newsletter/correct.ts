import type { Outcome, Sending } from '../sending.ts';
import { areUnderWay, underWay } from './mailing/letters-under-way.ts';
import { planFollowUps, renewPlanned } from './mailing/plan-mailings.ts';
import type { NewsletterSettings } from './settings.ts';

const lookAfterSeconds = 5;

/** A correction goes to exactly those who got the wrong text, in the same thread; letters that have not left yet leave with the new one. For those that are leaving just now it waits: they are sent by then, or come back and leave with the new one. An edition that corrects nothing writes to nobody. */
export async function correct(sending: Sending<NewsletterSettings>): Promise<Outcome> {
  await renewPlanned(sending);
  if (await areUnderWay(sending, ['instant', 'digest', 'correction', 'restoration'], sending.copy.id)) return underWay;
  if (sending.piece.correctionNote !== null) await planFollowUps(sending, 'correction');
  return { outcome: 'accepted', lookAfterSeconds, detail: {} };
}
