import { placeOrRefuse } from '#places';
import { personById } from '#people';
import { found, refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { NewVolunteer } from '../contract.ts';
import { lockVolunteer } from './volunteer-queries.ts';
import type { Volunteer } from './volunteer-queries.ts';

/** Writes a person down as volunteer; asks nobody (verbs and seeds do). Refuses: AlreadyVolunteer (409), NotFound (404). */
export async function addVolunteer(tx: Tx, volunteer: NewVolunteer): Promise<Volunteer> {
  found(await personById(tx, volunteer.personId));
  placeOrRefuse(tx, volunteer.homePlaceId);
  // One number after the other: the lock ends with the transaction.
  await tx.named('volunteering.number-lock', 'select pg_advisory_xact_lock(771011, $1)', [tx.countyId]);
  const [last] = await tx.named<{ count: number }>(
    'volunteering.last-number',
    'select count(*)::int as count from volunteering.volunteers where county_id = $1',
    [tx.countyId],
  );
  const number = `${placeOrRefuse(tx, volunteer.homePlaceId).code?.slice(0, 6) ?? String(tx.countyId)}-${String((last?.count ?? 0) + 1).padStart(6, '0')}`;
  const added = await tx.client.query(
    `insert into volunteering.volunteers (county_id, person_id, number, home_place_id, skills, trained_at, within_km, availability, languages, state, made_at, changed_at, away, visits_per_day, visits_per_week, born_on, guardian_agreed_at, insured_until, needs_mentor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'active', $10, $10, $11, $12, $13, $14, $15, $16, $17) on conflict (county_id, person_id) do nothing`,
    [
      tx.countyId,
      volunteer.personId,
      number,
      volunteer.homePlaceId,
      volunteer.skills,
      volunteer.trained ? tx.at : null,
      volunteer.withinKm ?? null,
      JSON.stringify(volunteer.availability ?? []),
      volunteer.languages ?? [],
      tx.at,
      JSON.stringify(volunteer.away ?? []),
      volunteer.visitsPerDay ?? null,
      volunteer.visitsPerWeek ?? null,
      volunteer.bornOn ?? null,
      volunteer.guardianAgreed ? tx.at : null,
      volunteer.insuredUntil ?? null,
      volunteer.needsMentor ?? false,
    ],
  );
  if (added.rowCount !== 1) refuse('AlreadyVolunteer');
  await setLicences(tx, volunteer.personId, volunteer.licences ?? []);
  return lockVolunteer(tx, volunteer.personId);
}

/** Sets what papers a volunteer holds, and until when. */
export async function setLicences(
  tx: Tx,
  personId: string,
  licences: readonly { licence: string; expiresOn: string }[],
): Promise<void> {
  await tx.named(
    'volunteering.clear-licences',
    'delete from volunteering.volunteer_licences where county_id = $1 and person_id = $2',
    [tx.countyId, personId],
  );
  for (const one of new Map(licences.map((licence) => [licence.licence, licence])).values())
    await tx.named(
      'volunteering.add-licence',
      'insert into volunteering.volunteer_licences (county_id, person_id, licence, expires_on) values ($1, $2, $3, $4)',
      [tx.countyId, personId, one.licence, one.expiresOn],
    );
}
