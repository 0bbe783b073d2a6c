import { systemActor } from '#platform/actor';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { personIdOf } from '#access/testing';
import type { CastName } from '#access/testing';
import type { ServiceFacts, TermRef } from '../contract.ts';
import { addService } from '../service/add-service.ts';
import { setTerm } from '../service/terms.ts';
import type { Service } from '../service/service-queries.ts';
import { addVolunteer } from '../volunteer/add-volunteer.ts';

const none = {};

/** Facts of a plain home visit by one person who can do `water-and-lights`; tests say only what differs. */
export const testFacts = (facts: Partial<ServiceFacts> = {}): ServiceFacts => ({
  name: { 'zh-CN': '修水管电灯', en: 'Taps and lights' },
  hint: { 'zh-CN': '说清哪里坏了', en: 'Say what is broken' },
  summary: { 'zh-CN': '上门修水管、换灯。', en: 'Taps mended, lamps changed.' },
  prepare: none,
  whoMay: none,
  where: 'home',
  durationMinutes: 60,
  peopleNeeded: 1,
  skills: ['water-and-lights'],
  licences: [],
  licencesOfAll: [],
  riskClass: 'home-visit',
  pair: false,
  evidenceRule: 'confirmed-or-attested',
  season: null,
  ...facts,
});

/** A service of the test county, with the words it uses. */
export async function addTestService(tx: Tx, slug: string, facts: Partial<ServiceFacts> = {}): Promise<Service> {
  const whole = testFacts(facts);
  await addTestTerms(tx, 'group', ['repair']);
  await addTestTerms(tx, 'skill', whole.skills);
  await addTestTerms(tx, 'licence', [...whole.licences, ...whole.licencesOfAll]);
  await addTestTerms(tx, 'training', whole.trainings ?? []);
  return addService(tx, systemActor('test'), { slug, group: 'repair', level: 'town', facts: whole });
}

/** Words of the county's lists that are called as their keys. */
export async function addTestTerms(tx: Tx, kind: TermRef['kind'], keys: readonly string[]): Promise<void> {
  for (const key of keys) await setTerm(tx, { kind, key, name: { 'zh-CN': key, en: key }, position: 1 });
}

/** Makes one of the cast a trained volunteer who can mend taps. */
export async function addTestVolunteer(
  tx: Tx,
  name: CastName,
  homePlaceId: string,
  more: { skills?: string[]; trained?: boolean; licences?: { licence: string; expiresOn: string }[] } = {},
): Promise<string> {
  const { personId } = await addVolunteer(tx, {
    personId: await personIdOf(tx, name),
    homePlaceId,
    skills: more.skills ?? ['water-and-lights'],
    trained: more.trained ?? true,
    licences: more.licences ?? [],
  });
  return personId;
}

/** A paper that waits for somebody to see the original. */
export async function addTestClaim(tx: Tx, personId: string, checkerId: string): Promise<string> {
  const id = newId<'licence-claim'>();
  await tx.client.query(
    `insert into volunteering.licence_claims (county_id, id, person_id, licence, expires_on, checker_id, check_by, claimed_at) values ($1, $2, $3, $4, '2031-01-01', $5, $6, $6)`,
    [tx.countyId, id, personId, `paper-${id.slice(-6)}`, checkerId, tx.at],
  );
  return id;
}

/** Somebody who wishes to join, with this phone. */
export async function addTestApplication(tx: Tx, placeId: string, phone: string): Promise<string> {
  const id = newId<'application'>();
  await tx.client.query(
    `insert into volunteering.applications (county_id, id, place_id, name, phone, phone_hash, skills, availability, language, suspect, sent_at) values ($1, $2, $3, '新来的', $4, $5, '{}', '[]', 'zh-CN', false, $6)`,
    [tx.countyId, id, placeId, phone, `test-${id}`, tx.at],
  );
  return id;
}
