import { today } from '#places';
import { guestActor } from '#platform/actor';
import { dayBefore } from '#platform/recurrence-rule';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { isClockHourReached } from '../mailing/county-hour.ts';
import type { NewsletterSettings } from '../settings.ts';
import type { Choice } from './ask-subscription.ts';
import { leaveForGood } from './leave-for-good.ts';
import { subscriberByToken } from './subscriber-queries.ts';
import type { Pace } from './subscriber-queries.ts';

/** Changes what somebody gets. Another pace begins at its next hour: nobody gets a digest at once because they chose it; nor does anybody miss what one had yet to bring, as whoever wants letters at once from now on is owed a last one. Refuses: NotFound (404). */
export async function choose(tx: Tx, token: string, choice: Choice): Promise<void> {
  const { id, channelId, pace } = found(await subscriberByToken(tx, token));
  const passed = waitsForItsHour(pace, choice.pace) ? await lastHourDay(tx, channelId) : null;
  await tx.named(
    'channels.choose',
    `update channels.subscribers set language = $3, pace = $4, section_ids = $5, place_ids = $6, tag = $7, digest_on = greatest(digest_on, $8::date),
       digest_until = case when $4 <> 'instant' then null when pace <> 'instant' then $9::timestamptz else digest_until end where county_id = $1 and id = $2`,
    [tx.countyId, id, choice.language, choice.pace, choice.sectionIds, choice.placeIds, choice.tag, passed, tx.at],
  );
}

// Whoever had a letter a day is owed that of today, whichever pace they choose.
const waitsForItsHour = (before: Pace, now: Pace): boolean =>
  now !== before && !(before === 'daily' && now === 'weekly');

/** The county's day on which the newsletter's hour came last. */
async function lastHourDay(tx: Tx, channelId: string): Promise<string> {
  const [row] = await tx.named<{ settings: NewsletterSettings }>(
    'channels.newsletter-settings',
    'select settings from channels.channels where county_id = $1 and id = $2',
    [tx.countyId, channelId],
  );
  const isReached = isClockHourReached(tx.ctx, found(row).settings.digestHour);
  return isReached ? today(tx) : dayBefore(today(tx));
}

/** Somebody leaves: nothing is kept of them. Harmless twice. */
export async function leave(tx: Tx, token: string): Promise<void> {
  const subscriber = await subscriberByToken(tx, token);
  if (subscriber) await leaveForGood(tx, guestActor('reader'), subscriber.id);
}
