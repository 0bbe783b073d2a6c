import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';

export type ReminderKind =
  | 'answer'
  | 'arrange'
  | 'offer-ending'
  | 'offer-ended'
  | 'visit-soon'
  | 'check-in-missing'
  | 'check-out-missing'
  | 'alarm-next'
  | 'confirm'
  | 'rate'
  | 'close';

/** Plans to look at something when its time has come. `subjectId` is the order, an offer or a visit. */
export const remind = (
  tx: Tx,
  orderId: string,
  kind: ReminderKind,
  dueAt: Date,
  subjectId = orderId,
): Promise<unknown> =>
  tx.named(
    'volunteering.remind',
    'insert into volunteering.reminders (county_id, id, order_id, kind, subject_id, due_at) values ($1, $2, $3, $4, $5, $6)',
    [tx.countyId, newId<'reminder'>(), orderId, kind, subjectId, dueAt],
  );

/** What was waited for has happened: those reminders of the order are not needed any more. Without `kinds`, none of them. */
export const settleReminders = (tx: Tx, orderId: string, kinds?: readonly ReminderKind[]): Promise<unknown> =>
  tx.named(
    'volunteering.settle',
    'update volunteering.reminders set settled_at = $3 where county_id = $1 and order_id = $2 and done_at is null and settled_at is null and ($4::text[] is null or kind = any($4))',
    [tx.countyId, orderId, tx.at, kinds ?? null],
  );

/** So many minutes after a moment. */
export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
