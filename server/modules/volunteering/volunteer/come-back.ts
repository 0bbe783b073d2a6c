import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import type { NewVolunteer } from '../contract.ts';
import { noteConsent } from './note-consent.ts';
import type { Volunteer } from './volunteer-queries.ts';

/** What somebody says of themselves when they ask to volunteer again by the form. */
interface SaidAgain extends Pick<
  NewVolunteer,
  'homePlaceId' | 'skills' | 'availability' | 'withinKm' | 'bornOn' | 'guardianAgreed'
> {
  readonly applicationId: string;
}

/** Whoever had left is a volunteer again because they agree again, by a consent or by the form, with what they say there; their number, papers and hours are theirs as before. The one way back by one's own word. */
export async function comeBack(tx: Tx, actor: Actor, volunteer: Volunteer, said?: SaidAgain): Promise<void> {
  const { personId } = volunteer;
  const values: Record<string, unknown> = {
    state: 'active',
    paused_until: null,
    ...(said && {
      away: '[]',
      home_place_id: said.homePlaceId,
      skills: said.skills,
      availability: JSON.stringify(said.availability ?? []),
      within_km: said.withinKm ?? null,
      born_on: said.bornOn ?? volunteer.bornOn,
      ...(said.guardianAgreed && { guardian_agreed_at: tx.at }),
    }),
  };
  await tx.client.query(
    `update volunteering.volunteers set ${Object.keys(values)
      .map((column, at) => `${column} = $${at + 4}`)
      .join(', ')}, version = version + 1, changed_at = $3 where county_id = $1 and person_id = $2`,
    [tx.countyId, personId, tx.at, ...Object.values(values)],
  );
  const homePlaceId = said?.homePlaceId ?? volunteer.homePlaceId;
  await noteConsent(
    tx,
    actor,
    { personId, homePlaceId },
    { purpose: 'volunteering', given: true, ...(said && { applicationId: said.applicationId }) },
  );
}
