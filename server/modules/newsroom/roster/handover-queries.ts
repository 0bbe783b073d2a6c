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
/** Hand-overs are shown until they are taken or declined, and a week longer. */
const shownDays = 7;

/** Those that are shown, the latest first. */
export const shownHandovers = (tx: Tx): Promise<HandoverRow[]> =>
  tx.named<HandoverRow>(
    'newsroom.handovers',
    `select ${columns} from newsroom.handovers where county_id = $1 and coalesce(taken_at, declined_at, 'infinity') > $2 order by signed_at desc, id desc limit 50`,
    [tx.countyId, new Date(tx.at.getTime() - shownDays * 86_400_000)],
  );

/** The hand-over of a shift that stands: it waits or was taken. One that was declined does not. */
export const handoverOfShift = async (tx: Tx, shiftId: string): Promise<HandoverRow | undefined> =>
  (
    await tx.named<HandoverRow>(
      'newsroom.handover-of-shift',
      `select ${columns} from newsroom.handovers where county_id = $1 and shift_id = $2 and declined_at is null`,
      [tx.countyId, shiftId],
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
