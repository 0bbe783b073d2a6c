import { notify } from '#notices';
import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { assignmentsOf } from './visit-queries.ts';
import type { VisitRow } from './visit-queries.ts';

/** Keeps at the end of a visit who was there for less time than it took: whoever ends it by their own word, the others by how much later than the first they said that they had arrived. */
export async function keepOwnTimes(
  tx: Tx,
  actor: Actor,
  visit: Pick<VisitRow, 'id'>,
  { minutes, own }: { minutes: number; own: number },
): Promise<void> {
  await tx.named(
    'volunteering.keep-own-times',
    `update volunteering.assignments a set minutes_served = t.minutes from (
       select b.id, case when b.person_id::text = $3 then $5::int else greatest(1, $4::int - round(extract(epoch from b.arrived_at - v.checked_in_at) / 60))::int end as minutes
         from volunteering.assignments b join volunteering.visits v on v.county_id = b.county_id and v.id = b.visit_id
        where b.county_id = $1 and b.visit_id = $2 and b.state = 'served' and (b.person_id::text = $3 or b.arrived_at > v.checked_in_at)) t
      where a.county_id = $1 and a.id = t.id and t.minutes < $4::int`,
    [tx.countyId, visit.id, actor.id, minutes, own],
  );
}

/** Tells the others who went that the visit was said to be over, so that each looks at their own time; also whom somebody said to be absent. */
export async function tellOthers(tx: Tx, actor: Actor, visit: Pick<VisitRow, 'id'>): Promise<void> {
  const ended = new Set(['served', 'absent']);
  const others = (await assignmentsOf(tx, [visit.id])).filter(
    (one) => one.personId !== actor.id && ended.has(one.state),
  );
  for (const state of ['served', 'absent'] as const)
    await notify(tx, {
      personIds: others.filter((one) => one.state === state).map((one) => one.personId),
      kind: state === 'served' ? 'visit.ended' : 'visit.said-absent',
      subjectId: visit.id,
      href: `/console/phone/visits/${visit.id}`,
      dedupeKey: `visit-ended ${visit.id}`,
    });
}

/** For so many days after a visit those who went say their own time; later it would be nobody's memory. */
export const ownTimeDays = 30;

/** Whether there is still time for that. */
export const maySayOwnTime = ({ checkedOutAt, endsAt }: Pick<VisitRow, 'checkedOutAt' | 'endsAt'>, at: Date): boolean =>
  at.getTime() - (checkedOutAt ?? endsAt).getTime() <= ownTimeDays * 86_400_000;
