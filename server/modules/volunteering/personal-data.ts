import { systemActor } from '#platform/actor';
import { emit } from '#platform/events';
import type { PersonalData } from '#platform/manifest';
import { volunteerChanged } from './events.ts';

const order = {
  purpose: 'to deal with an order',
  basis: 'consent of whoever orders (PIPL art. 13)',
  retention: '180 days after its end',
};
const volunteer = {
  purpose: 'to arrange voluntary service',
  basis: 'Regulation on Voluntary Service, art. 19',
  retention: 'until they leave',
};
const application = {
  purpose: 'to ask to become a volunteer',
  basis: 'their own consent (PIPL art. 13)',
  retention: 'deleted once answered; what nobody answers after 90 days',
};
const consent = {
  purpose: 'to prove who agreed to what',
  basis: 'PIPL art. 14, 31',
  retention: 'for ever; an id alone',
};
const incident = {
  purpose: 'to protect those who visit and those who are visited',
  basis: 'PIPL art. 13',
  retention: 'three years after it is closed',
};
const plan = {
  purpose: 'to make a dispatch plan',
  basis: 'Regulation on Voluntary Service, art. 15',
  retention: '30 days, or when the plan is dropped',
};
const hours = {
  purpose: 'record of voluntary service',
  basis: 'Measures for Records and Certificates of Voluntary Service, art. 7, 11',
  retention: 'for ever; an id alone',
};

/** Which columns of volunteering are about persons, and how they are given out and erased. Hours stay, with ids only. */
export const personalData: PersonalData = {
  columns: [
    ...['name', 'phone', 'relation', 'told'].map((column) => ({
      table: 'volunteering.order_contacts',
      column,
      ...order,
    })),
    ...['served_name', 'address', 'degrees', 'note', 'needs', 'checked', 'risk', 'risk_reason', 'checked_by'].map(
      (column) => ({
        table: 'volunteering.order_details',
        column,
        ...order,
      }),
    ),
    { table: 'volunteering.order_notices', column: 'email', ...order },
    { table: 'volunteering.order_notices', column: 'sealed_code', ...order },
    { table: 'volunteering.order_notices', column: 'ended_by', ...consent },
    { table: 'volunteering.order_appeals', column: 'said', ...order },
    ...['refused_by', 'made_by', 'answered_by'].map((column) => ({
      table: 'volunteering.order_appeals',
      column,
      ...hours,
    })),
    { table: 'volunteering.orders', column: 'phone_hash', ...order },
    { table: 'volunteering.orders', column: 'suspect_cleared_by', ...order },
    { table: 'volunteering.orders', column: 'taken_down_by', ...order },
    { table: 'volunteering.ratings', column: 'words', ...order },
    { table: 'volunteering.visits', column: 'report', ...order },
    { table: 'volunteering.visits', column: 'typed_in_by', ...hours },
    ...[
      'person_id',
      'number',
      'home_place_id',
      'skills',
      'trained_at',
      'within_km',
      'availability',
      'languages',
      'state',
      'paused_until',
      'away',
      'visits_per_day',
      'visits_per_week',
      'born_on',
      'guardian_agreed_at',
      'insured_until',
      'needs_mentor',
    ].map((column) => ({ table: 'volunteering.volunteers', column, ...volunteer })),
    ...['person_id', 'licence', 'expires_on'].map((column) => ({
      table: 'volunteering.volunteer_licences',
      column,
      ...volunteer,
    })),
    ...['person_id', 'licence', 'expires_on', 'checker_id', 'answered_by', 'reason'].map((column) => ({
      table: 'volunteering.licence_claims',
      column,
      ...volunteer,
    })),
    ...['person_id', 'made_by', 'wished_by'].map((column) => ({
      table: 'volunteering.exclusions',
      column,
      ...volunteer,
    })),
    { table: 'volunteering.exclusions', column: 'phone_hash', ...order },
    ...[
      'name',
      'phone',
      'phone_hash',
      'skills',
      'availability',
      'within_km',
      'born_on',
      'guardian_name',
      'guardian_phone',
      'person_id',
      'answered_by',
    ].map((column) => ({ table: 'volunteering.applications', column, ...application })),
    ...['person_id', 'given_by', 'recorded_by'].map((column) => ({
      table: 'volunteering.consents',
      column,
      ...consent,
    })),
    { table: 'volunteering.team_members', column: 'person_id', ...volunteer },
    ...['person_id', 'marked_by'].map((column) => ({
      table: 'volunteering.gathering_guests',
      column,
      ...volunteer,
    })),
    { table: 'volunteering.gatherings', column: 'made_by', ...volunteer },
    { table: 'volunteering.teams', column: 'leader_id', ...volunteer },
    { table: 'volunteering.assignments', column: 'person_id', ...hours },
    ...['said', 'reported_by'].map((column) => ({ table: 'volunteering.incidents', column, ...incident })),
    ...['said', 'written_by'].map((column) => ({ table: 'volunteering.incident_notes', column, ...incident })),
    { table: 'volunteering.order_calls', column: 'made_by', ...hours },
    { table: 'volunteering.call_back_draws', column: 'made_by', ...hours },
    { table: 'volunteering.call_backs', column: 'caller_id', ...hours },
    { table: 'volunteering.visit_alarms', column: 'told', ...hours },
    { table: 'volunteering.visit_alarms', column: 'ended_by', ...hours },
    { table: 'volunteering.offers', column: 'person_id', ...volunteer },
    { table: 'volunteering.offers', column: 'instead_of', ...volunteer },
    { table: 'volunteering.offers', column: 'beside', ...volunteer },
    ...['person_id', 'proposed_by'].map((column) => ({
      table: 'volunteering.offer_proposals',
      column,
      ...volunteer,
    })),
    { table: 'volunteering.waterfalls', column: 'person_ids', ...volunteer },
    { table: 'volunteering.offer_answers', column: 'person_id', ...volunteer },
    { table: 'volunteering.hours', column: 'person_id', ...hours },
    ...['instance', 'plan', 'wish'].map((column) => ({ table: 'volunteering.dispatch_plans', column, ...plan })),
    { table: 'volunteering.certificate_requests', column: 'person_id', ...hours },
    { table: 'volunteering.certificates', column: 'person_id', ...hours },
    { table: 'volunteering.certificates', column: 'handler_id', ...hours },
    { table: 'volunteering.certificate_revocations', column: 'revoked_by', ...hours },
    { table: 'volunteering.national_records', column: 'checked_by', ...hours },
    { table: 'volunteering.hour_signatures', column: 'signed_by', ...hours },
    { table: 'volunteering.hour_corrections', column: 'person_id', ...hours },
    { table: 'volunteering.hour_corrections', column: 'said', ...hours, retention: 'until the person is erased' },
    { table: 'volunteering.hour_correction_answers', column: 'answered_by', ...hours },
    { table: 'volunteering.hour_differences', column: 'entered_by', ...hours },
    { table: 'volunteering.hour_difference_answers', column: 'person_id', ...hours },
    {
      table: 'volunteering.hour_difference_answers',
      column: 'said',
      ...hours,
      retention: 'until the person is erased',
    },
    { table: 'volunteering.hour_difference_ends', column: 'ended_by', ...hours },
    ...[
      ['dispatch_plans', 'made_by'],
      ['dispatch_plans', 'signed_by'],
      ['hours', 'recorded_by'],
      ['offers', 'made_by'],
      ['order_series', 'made_by'],
      ['waterfalls', 'made_by'],
      ['ratings', 'entered_by'],
      ['service_versions', 'made_by'],
    ].map(([table, column = '']) => ({ table: `volunteering.${table}`, column, ...hours })),
  ],
  async export(tx, personId) {
    const rows = async (table: string): Promise<unknown[]> =>
      (
        await tx.client.query(`select * from volunteering.${table} where county_id = $1 and person_id = $2`, [
          tx.countyId,
          personId,
        ])
      ).rows;
    const names = [
      'volunteers',
      'volunteer_licences',
      'licence_claims',
      'consents',
      'team_members',
      'gathering_guests',
      'assignments',
      'offers',
      'offer_answers',
      'hours',
      'hour_corrections',
      'hour_difference_answers',
      'certificate_requests',
      'certificates',
    ];
    const all: Record<string, unknown[]> = {};
    for (const name of names) all[`volunteering.${name}`] = await rows(name);
    // What others wished about them is not theirs to read.
    all['volunteering.exclusions'] = (
      await tx.client.query(
        `select made_at, ended_at from volunteering.exclusions where county_id = $1 and person_id = $2 and wished_by = 'volunteer'`,
        [tx.countyId, personId],
      )
    ).rows;
    return all;
  },
  async erase(tx, personId) {
    // A proposal that counts on them is none any more.
    await tx.client.query(
      `update volunteering.dispatch_plans set instance = null, plan = null, wish = '{}' where county_id = $1 and instance::text like '%' || $2::text || '%'`,
      [tx.countyId, personId],
    );
    await tx.client.query('delete from volunteering.volunteer_licences where county_id = $1 and person_id = $2', [
      tx.countyId,
      personId,
    ]);
    for (const table of ['licence_claims', 'exclusions', 'gathering_guests', 'offer_proposals'])
      await tx.client.query(`delete from volunteering.${table} where county_id = $1 and person_id = $2`, [
        tx.countyId,
        personId,
      ]);
    await tx.client.query(
      'update volunteering.team_members set left_at = coalesce(left_at, $3) where county_id = $1 and person_id = $2',
      [tx.countyId, personId, tx.at],
    );
    // Whoever has the list of a team before them would put them back.
    await tx.client.query(
      'update volunteering.teams set version = version + 1 where county_id = $1 and id in (select team_id from volunteering.team_members where county_id = $1 and person_id = $2)',
      [tx.countyId, personId],
    );
    await tx.client.query('update volunteering.teams set leader_id = null where county_id = $1 and leader_id = $2', [
      tx.countyId,
      personId,
    ]);
    for (const table of ['hour_corrections', 'hour_difference_answers'])
      await tx.client.query(`update volunteering.${table} set said = '' where county_id = $1 and person_id = $2`, [
        tx.countyId,
        personId,
      ]);
    await tx.client.query(
      `update volunteering.volunteers set skills = '{}', trained_at = null, within_km = null, availability = '[]', languages = '{}', paused_until = null, away = '[]', visits_per_day = null, visits_per_week = null, born_on = null, guardian_agreed_at = null, insured_until = null, needs_mentor = false, state = 'left', version = version + 1, changed_at = $3 where county_id = $1 and person_id = $2`,
      [tx.countyId, personId, tx.at],
    );
    // What they had promised goes back to dispatch: nobody is left waiting.
    await emit(tx, volunteerChanged, systemActor('volunteering.erase'), { personId });
  },
};
