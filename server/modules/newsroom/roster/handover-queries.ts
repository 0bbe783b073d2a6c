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
  /** What both sign, as bytes; null: handed over before it was signed. */
  readonly paper: Buffer | null;
}

const columns = `id, shift_id as "shiftId", role, place_id as "placeId", leaving_id as "leavingId", coming_id as "comingId", note, signed_at as "signedAt", taken_at as "takenAt", paper`;
/** Hand-overs are shown until they are taken, and a week longer. */
const shownDays = 7;

/** Those that are shown, the latest first. */
export const shownHandovers = (tx: Tx): Promise<HandoverRow[]> =>
  tx.named<HandoverRow>(
    'newsroom.handovers',
    `select ${columns} from newsroom.handovers where county_id = $1 and (taken_at is null or taken_at > $2) order by signed_at desc limit 50`,
    [tx.countyId, new Date(tx.at.getTime() - shownDays * 86_400_000)],
  );

/** The hand-over of a shift, once it is made. */
export const handoverOfShift = async (tx: Tx, shiftId: string): Promise<HandoverRow | undefined> =>
  (
    await tx.named<HandoverRow>(
      'newsroom.handover-of-shift',
      `select ${columns} from newsroom.handovers where county_id = $1 and shift_id = $2`,
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
    `select ${columns} from newsroom.handovers where county_id = $1 and coming_id = $2 and taken_at is null order by signed_at limit 10`,
    [tx.countyId, personId],
  );
