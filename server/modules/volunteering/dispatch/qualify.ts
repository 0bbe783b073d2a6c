import { personsByIds } from '#people';
import type { Tx } from '#platform/transaction';
import type { CandidateView, ServiceFacts } from '../contract.ts';
import { onTheWall } from '../county-day.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';

/** The stretch of time in question, and the visit that does not count as an overlap with itself. */
export interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly visitId?: string | null;
}

/** Whether somebody may go, and what speaks against it. */
export interface Qualification {
  readonly leads: boolean;
  readonly qualified: boolean;
  readonly obstacles: CandidateView['obstacles'];
  readonly missing: readonly string[];
}

/** On the way from one home to the next. */
const travelMinutes = 30;

/** Asks the hard rules (志愿服务条例 art. 15 to 17): skills and valid licences for whoever leads or goes alone, licences that everybody needs, the introduction before a home visit, nobody in two places at once.
 *  In a pair the second one needs no skill of their own. */
export async function qualify(
  tx: Tx,
  facts: ServiceFacts,
  volunteers: readonly Volunteer[],
  slot: Slot,
): Promise<Map<string, Qualification>> {
  const busy = await busyIds(
    tx,
    volunteers.map((one) => one.personId),
    slot,
  );
  const persons = await personsByIds(
    tx,
    volunteers.map((one) => one.personId),
  );
  const day = onTheWall(slot.startsAt, tx.ctx.county.timeZone).day;
  return new Map(
    volunteers.map((one) => [
      one.personId,
      judge(facts, one, { day, busy: busy.has(one.personId), child: persons.get(one.personId)?.isChild ?? false }),
    ]),
  );
}

function judge(
  facts: ServiceFacts,
  one: Volunteer,
  known: { day: string; busy: boolean; child: boolean },
): Qualification {
  const held = new Set(
    one.licences.filter((licence) => licence.expiresOn >= known.day).map((licence) => licence.licence),
  );
  const home = facts.where === 'home' || facts.riskClass === 'home-visit';
  const skills = facts.skills.filter((skill) => !one.skills.includes(skill));
  const licences = facts.licences.filter((licence) => !held.has(licence));
  const licencesOfAll = facts.licencesOfAll.filter((licence) => !held.has(licence));
  const always: CandidateView['obstacles'] = [];
  if (one.state !== 'active') always.push('paused');
  if (known.child && home) always.push('child');
  if (known.busy) always.push('overlap');
  if (licencesOfAll.length > 0) always.push('licence');
  if (home && !one.trained) always.push('training');
  const forLead: CandidateView['obstacles'] = [
    ...(skills.length > 0 ? ['skill' as const] : []),
    ...(licences.length > 0 && licencesOfAll.length === 0 ? ['licence' as const] : []),
  ];
  const leads = always.length === 0 && forLead.length === 0;
  const accompanies = always.length === 0 && facts.peopleNeeded > 1;
  return {
    leads,
    qualified: leads || accompanies,
    obstacles: [...always, ...forLead],
    missing: [...skills, ...new Set([...licences, ...licencesOfAll])],
  };
}

async function busyIds(tx: Tx, personIds: readonly string[], slot: Slot): Promise<Set<string>> {
  const buffer = travelMinutes * 60_000;
  const rows = await tx.named<{ id: string }>(
    'volunteering.busy',
    `select distinct a.person_id as id from volunteering.assignments a join volunteering.visits v on v.county_id = a.county_id and v.id = a.visit_id
      where a.county_id = $1 and a.person_id = any($2::uuid[]) and a.state = 'assigned' and v.state in ('planned', 'under-way') and v.starts_at < $4 and v.ends_at > $3 and ($5::uuid is null or v.id <> $5)`,
    [
      tx.countyId,
      personIds,
      new Date(slot.startsAt.getTime() - buffer),
      new Date(slot.endsAt.getTime() + buffer),
      slot.visitId ?? null,
    ],
  );
  return new Set(rows.map((row) => row.id));
}
