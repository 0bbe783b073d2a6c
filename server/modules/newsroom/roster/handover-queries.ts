import { isHereSql } from '#access';
import type { Tx } from '#platform/transaction';
import type { DutyRole } from '../contract.ts';

/** A hand-over as it stands in the table. */
export interface HandoverRow {
  readonly id: string;
  readonly shiftId: string;
  readonly role: DutyRole;
  readonly placeId: string;
  readonly leavingId: string;
  readonly comingId: string;
  readonly note: string;
  readonly signedAt: Date;
  readonly takenAt: Date | null;
  readonly declinedAt: Date | null;
  /** Why it was not taken; empty until then. */
  readonly declineReason: string;
  /** What both sign, as bytes; null: handed over before it was signed. */
  readonly paper: Buffer | null;
}

const columns = `id, shift_id as "shiftId", role, place_id as "placeId", leaving_id as "leavingId", coming_id as "comingId", note, signed_at as "signedAt", taken_at as "takenAt", declined_at as "declinedAt", decline_reason as "declineReason", paper`;
/** SQL that is true for a hand-over that whoever it was handed to may still take, at the moment of this parameter: not when their shift there was taken from them since, is over, or they are gone. */
const comesSql = (
  at: string,
): string => `exists (select from access.grants g join people.persons p on p.county_id = $1 and p.id = g.person_id and ${isHereSql}
  where g.county_id = $1 and g.person_id = handovers.coming_id and g.role = handovers.role and g.place_id = handovers.place_id and g.duty and g.until_at > g.from_at and g.until_at > ${at})`;
/** Hand-overs are shown until they are taken or declined, and a week longer. */
const shownDays = 7;

/** Those that are shown, the latest first; `stands`: it was taken, or waits for somebody who still comes. */
export const shownHandovers = (tx: Tx): Promise<(HandoverRow & { readonly stands: boolean })[]> =>
  tx.named(
    'newsroom.handovers',
    `select ${columns}, declined_at is null and (taken_at is not null or ${comesSql('$3')}) as stands from newsroom.handovers where county_id = $1 and coalesce(taken_at, declined_at, 'infinity') > $2 order by signed_at desc, id desc limit 50`,
    [tx.countyId, new Date(tx.at.getTime() - shownDays * 86_400_000), tx.at],
  );

/** The hand-over of a shift that stands: it was taken, or waits for somebody who still comes. One that was declined does not. */
export const handoverOfShift = async (tx: Tx, shiftId: string): Promise<HandoverRow | undefined> =>
  (
    await tx.named<HandoverRow>(
      'newsroom.handover-of-shift',
      `select ${columns} from newsroom.handovers where county_id = $1 and shift_id = $2 and declined_at is null and (taken_at is not null or ${comesSql('$3')})`,
      [tx.countyId, shiftId, tx.at],
    )
  )[0];

/** A hand-over to this person, locked; undefined for what was handed to somebody else. */
export const handoverForUpdate = async (tx: Tx, id: string, comingId: string): Promise<HandoverRow | undefined> =>
  (
    await tx.named<HandoverRow>(
      'newsroom.handover-for-update',
      `select ${columns} from newsroom.handovers where county_id = $1 and id = $2 and coming_id::text = $3 for update`,
      [tx.countyId, id, comingId],
    )
  )[0];

/** What was handed over to a person and waits to be taken, the oldest first. */
export const handoversWaitingFor = (tx: Tx, personId: string): Promise<HandoverRow[]> =>
  tx.named<HandoverRow>(
    'newsroom.waiting-handovers',
    `select ${columns} from newsroom.handovers where county_id = $1 and coming_id = $2 and taken_at is null and declined_at is null order by signed_at limit 10`,
    [tx.countyId, personId],
  );

/** What a person handed over and the other declined, of shifts that lasted beyond this moment, unless it is handed over once more; of a shift the latest. */
export const handoversDeclinedOf = (tx: Tx, personId: string, since: Date): Promise<HandoverRow[]> =>
  tx.named<HandoverRow>(
    'newsroom.declined-handovers',
    `select distinct on (shift_id) ${columns} from newsroom.handovers h where county_id = $1 and leaving_id = $2 and declined_at is not null
       and exists (select 1 from access.grants g where g.county_id = h.county_id and g.id = h.shift_id and g.until_at > $3)
       and not exists (select 1 from newsroom.handovers o where o.county_id = h.county_id and o.shift_id = h.shift_id and o.declined_at is null)
     order by shift_id, declined_at desc limit 10`,
    [tx.countyId, personId, since],
  );

/** What waits for somebody who comes no more is given back with these words, so that the shift can be handed to somebody else. */
export const giveBackHandover = (tx: Tx, shiftId: string, reason: string): Promise<unknown> =>
  tx.named(
    'newsroom.give-back-handover',
    `update newsroom.handovers set declined_at = $3, decline_reason = $4 where county_id = $1 and shift_id = $2 and declined_at is null and taken_at is null and not ${comesSql('$3')}`,
    [tx.countyId, shiftId, tx.at, reason],
  );
