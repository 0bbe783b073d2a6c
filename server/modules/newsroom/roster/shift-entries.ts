import type { Actor } from '#platform/actor';
import type { CalendarEntry } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { placeById, placeName } from '#places';
import { rosterHref } from './roster-href.ts';
import { shiftsOf } from './shift-queries.ts';

const pastDays = 60;
const tenYears = 3_652 * 86_400_000;

/** A person's shifts for their own calendar. One that was taken from them before it began stays as cancelled; one that ended early ends there. */
export async function shiftEntries(tx: Tx, actor: Actor): Promise<CalendarEntry[]> {
  const shifts = await shiftsOf(tx, actor.id, new Date(tx.at.getTime() - pastDays * 86_400_000));
  const { wording } = tx.ctx.app;
  const say = (key: string, values: Record<string, unknown> = {}): string => wording.say(tx.ctx.tag, key, values);
  return shifts.map((shift) => {
    const isCancelled = shift.untilAt <= shift.fromAt;
    const place = placeById(tx, shift.placeId);
    return {
      id: `shift-${shift.id}`,
      // Its end is all that changes, and only to an earlier moment: what is left of ten years grows with each change.
      sequence: Math.max(0, Math.round((shift.fromAt.getTime() + tenYears - shift.untilAt.getTime()) / 60_000)),
      changedAt: shift.untilAt > tx.at ? shift.madeAt : shift.untilAt,
      title: say('newsroom.calendar.shift', { role: say(`role.${shift.role}`) }),
      description: '',
      place: place ? placeName(place, tx.ctx.language) : '',
      href: rosterHref,
      status: isCancelled ? 'cancelled' : 'confirmed',
      when: {
        startsAt: shift.fromAt,
        endsAt: isCancelled ? new Date(shift.fromAt.getTime() + 3_600_000) : shift.untilAt,
      },
    };
  });
}
