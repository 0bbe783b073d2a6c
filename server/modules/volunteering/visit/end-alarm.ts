import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { AlarmLine } from '../contract.ts';
import { orderForUpdate } from '../order/order-queries.ts';
import { minutesAfter, remind } from '../order/reminders.ts';
import { alarmLineOf } from './alarm-list.ts';
import { alarmById, endAlarms } from './alarms.ts';
import { visitById } from './visit-queries.ts';

/** Somebody reached those who go by telephone, and they are well: nobody else is told. Looked at once more after a while, unless that is not needed.
 *  Refuses: AlarmEnded (409). */
export async function endAlarm(
  ctx: Ctx,
  actor: Actor,
  alarmId: string,
  request: { againInMinutes: number | null },
): Promise<AlarmLine> {
  return ctx.transaction(async (tx) => {
    const { visitId } = found(await alarmById(tx, alarmId));
    const order = await orderForUpdate(tx, (await visitById(tx, visitId)).orderId);
    const visit = await visitById(tx, visitId);
    mustSee(tx, actor, 'visit.read', visit);
    must(tx, actor, 'visit.end-alarm', visit);
    const alarm = found(await alarmById(tx, alarmId));
    if (alarm.endedAt) refuse('AlarmEnded');
    await endAlarms(tx, visit, 'reached', actor);
    const kind = alarm.kind === 'not-arrived' ? 'check-in-missing' : 'check-out-missing';
    if (request.againInMinutes !== null)
      await remind(tx, order.id, kind, minutesAfter(tx.at, request.againInMinutes), visit.id);
    await audit(tx, actor, { act: 'visit.end-alarm', noun: 'visit', subjectId: visit.id, placeId: order.placeId });
    return alarmLineOf(tx, alarmId);
  });
}
