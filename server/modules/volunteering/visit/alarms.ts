import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { countySetting } from '#platform/county-setting';
import { handlersOf } from '../order/handlers.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { minutesAfter, remind, settleReminders } from '../order/reminders.ts';
import type { VisitRow } from './visit-queries.ts';

export type AlarmKind = 'not-arrived' | 'not-out';

/** An alarm as it stands. */
export interface AlarmRow {
  readonly id: string;
  readonly visitId: string;
  readonly kind: AlarmKind;
  readonly told: readonly string[];
  readonly endedAt: Date | null;
}

/** When somebody is missed, in minutes: after the agreed time without an arrival, after the expected end without a word; and after how long the next person is told. The county's `arriveAlarmMinutes` (20), `leaveAlarmMinutes` (30), `alarmNextMinutes` (10). */
export const alarmTimes = (tx: Tx): { arrive: number; leave: number; next: number } => ({
  arrive: countySetting(tx, 'arriveAlarmMinutes', 20),
  leave: countySetting(tx, 'leaveAlarmMinutes', 30),
  next: countySetting(tx, 'alarmNextMinutes', 10),
});

/** Somebody who goes to a home is missed: the nearest who handles orders there is told with those who go, and after a while the next. Answers whom to tell now. */
export async function raiseAlarm(tx: Tx, order: OrderRow, visit: VisitRow, kind: AlarmKind): Promise<string[]> {
  const nearest = await nextHandler(tx, order, visit.assignedIds);
  const id = newId<'visit-alarm'>();
  const raised = await tx.named(
    'volunteering.raise-alarm',
    `insert into volunteering.visit_alarms (county_id, id, visit_id, kind, raised_at, told) values ($1, $2, $3, $4, $5, $6)
     on conflict (county_id, visit_id, kind) where ended_at is null do nothing returning 1`,
    [tx.countyId, id, visit.id, kind, tx.at, nearest ? [nearest] : []],
  );
  if (raised.length === 0) return [];
  await remind(tx, order.id, 'alarm-next', minutesAfter(tx.at, alarmTimes(tx).next), id);
  return [...visit.assignedIds, ...(nearest ? [nearest] : [])];
}

// Who is missed themselves looks for nobody, though they may handle orders there.
const nextHandler = async (tx: Tx, order: OrderRow, butFor: readonly string[]): Promise<string | undefined> =>
  (await handlersOf(tx, order)).find((id) => !butFor.includes(id));

/** Nobody has ended it: the next who handles orders there is told, until everybody knows. Answers whom; empty: it is over, or nobody is left. */
export async function tellNext(tx: Tx, order: OrderRow, alarm: AlarmRow): Promise<string[]> {
  if (alarm.endedAt) return [];
  const next = await nextHandler(tx, order, [...alarm.told, ...order.assignedIds]);
  if (!next) return [];
  await tx.named(
    'volunteering.alarm-told',
    'update volunteering.visit_alarms set told = told || $3::uuid where county_id = $1 and id = $2',
    [tx.countyId, alarm.id, next],
  );
  await remind(tx, order.id, 'alarm-next', minutesAfter(tx.at, alarmTimes(tx).next), alarm.id);
  return [next];
}

/** Ends what is open of a visit, by what happened or by whoever reached them. Answers whether something was. */
export async function endAlarms(
  tx: Tx,
  visit: Pick<VisitRow, 'id' | 'orderId'>,
  how: 'arrived' | 'left' | 'reached' | 'over',
  by?: Actor,
): Promise<boolean> {
  await settleReminders(tx, visit.orderId, ['alarm-next']);
  const ended = await tx.named(
    'volunteering.end-alarms',
    'update volunteering.visit_alarms set ended_at = $3, ended_how = $4, ended_by = $5 where county_id = $1 and visit_id = $2 and ended_at is null returning 1',
    [tx.countyId, visit.id, tx.at, how, by?.id ?? null],
  );
  return ended.length > 0;
}

/** An alarm by its id, or undefined. */
export async function alarmById(tx: Tx, id: string): Promise<AlarmRow | undefined> {
  const [row] = await tx.named<AlarmRow>(
    'volunteering.alarm',
    'select id, visit_id as "visitId", kind, told, ended_at as "endedAt" from volunteering.visit_alarms where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  return row;
}
