import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import type { LimitLine, Limits, ServiceLevel } from '../contract.ts';

/** What holds where the county has said nothing: an answer in 2 hours between 8 and 21 o'clock, somebody found in 2 days, 4 hours between 7 and 22 o'clock to think about an offer (20 minutes where it cannot wait), a week to confirm, a week to rate.
 *  The law only asks for an answer in time (志愿服务条例 art. 13); no national number exists. */
export const defaultLimits: Limits = {
  answerWithinMinutes: 120,
  answerWithinWorkingDays: null,
  answeredFrom: 480,
  answeredUntil: 1_260,
  arrangeWithinMinutes: 2_880,
  arrangeWithinWorkingDays: null,
  offerExpiresMinutes: 240,
  offersAnsweredFrom: 420,
  offersAnsweredUntil: 1_320,
  urgentOfferExpiresMinutes: 20,
  confirmWithinMinutes: 10_080,
  rateWithinMinutes: 10_080,
};

interface LimitRow extends Limits {
  serviceId: string | null;
  level: ServiceLevel | null;
}

const columns = `service_id as "serviceId", level, answer_within_minutes as "answerWithinMinutes", answer_within_working_days as "answerWithinWorkingDays",
  answered_from as "answeredFrom", answered_until as "answeredUntil",
  arrange_within_minutes as "arrangeWithinMinutes", arrange_within_working_days as "arrangeWithinWorkingDays",
  offers_answered_from as "offersAnsweredFrom", offers_answered_until as "offersAnsweredUntil", offer_expires_minutes as "offerExpiresMinutes", urgent_offer_expires_minutes as "urgentOfferExpiresMinutes", confirm_within_minutes as "confirmWithinMinutes", rate_within_minutes as "rateWithinMinutes"`;

/** All limits the county has set. */
export const allLimits = (tx: Tx): Promise<LimitRow[]> =>
  tx.named(
    'volunteering.limits',
    `select ${columns} from volunteering.limits where county_id = $1 order by service_id nulls first, level nulls first`,
    [tx.countyId],
  );

/** The same, locked. */
export const limitsForUpdate = (tx: Tx): Promise<LimitRow[]> =>
  tx.named(
    'volunteering.limits-for-update',
    `select ${columns} from volunteering.limits where county_id = $1 for update`,
    [tx.countyId],
  );

/** The limits for a service at a station's level: the most specific row wins. */
export async function limitsFor(tx: Tx, serviceId: string, level: ServiceLevel | null): Promise<Limits> {
  return pickLimits(await allLimits(tx), serviceId, level);
}

/** As `limitsFor`, among rows already read. */
export function pickLimits(rows: readonly LimitRow[], serviceId: string, level: ServiceLevel | null): Limits {
  const fitting = rows.filter(
    (row) => (row.serviceId === null || row.serviceId === serviceId) && (row.level === null || row.level === level),
  );
  const best = fitting.toSorted((a, b) => weight(b) - weight(a))[0];
  if (!best) return defaultLimits;
  const { serviceId: _service, level: _level, ...limits } = best;
  return limits;
}

const weight = (row: LimitRow): number => (row.serviceId ? 2 : 0) + (row.level ? 1 : 0);

/** Sets the limits for a service, a level, both or the whole county; asks nobody (verbs and seeds do). */
export const setLimits = (tx: Tx, line: LimitLine): Promise<unknown> =>
  tx.named(
    'volunteering.set-limits',
    `insert into volunteering.limits (county_id, id, service_id, level, answer_within_minutes, arrange_within_minutes, offer_expires_minutes, confirm_within_minutes, rate_within_minutes, changed_at, answer_within_working_days, arrange_within_working_days, urgent_offer_expires_minutes, answered_from, answered_until, offers_answered_from, offers_answered_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (county_id, service_id, level) do update set answer_within_minutes = excluded.answer_within_minutes, arrange_within_minutes = excluded.arrange_within_minutes,
       offer_expires_minutes = excluded.offer_expires_minutes, confirm_within_minutes = excluded.confirm_within_minutes, rate_within_minutes = excluded.rate_within_minutes, changed_at = excluded.changed_at,
       answer_within_working_days = excluded.answer_within_working_days, arrange_within_working_days = excluded.arrange_within_working_days,
       urgent_offer_expires_minutes = excluded.urgent_offer_expires_minutes, answered_from = excluded.answered_from, answered_until = excluded.answered_until,
       offers_answered_from = excluded.offers_answered_from, offers_answered_until = excluded.offers_answered_until`,
    [
      tx.countyId,
      newId<'limits'>(),
      line.serviceId,
      line.level,
      line.answerWithinMinutes,
      line.arrangeWithinMinutes,
      line.offerExpiresMinutes,
      line.confirmWithinMinutes,
      line.rateWithinMinutes,
      tx.at,
      line.answerWithinWorkingDays,
      line.arrangeWithinWorkingDays,
      line.urgentOfferExpiresMinutes,
      line.answeredFrom,
      line.answeredUntil,
      line.offersAnsweredFrom,
      line.offersAnsweredUntil,
    ],
  );
