import type { Tx } from '#platform/transaction';
import type { NewVolunteer } from '../contract.ts';

/** What somebody says of themselves when they ask to volunteer again. */
export type SaidAgain = Pick<
  NewVolunteer,
  'homePlaceId' | 'skills' | 'availability' | 'withinKm' | 'bornOn' | 'guardianAgreed'
>;

/** Whoever had left is a volunteer again, with what they say now; their number, papers and hours are theirs as before. */
export const comeBack = (tx: Tx, personId: string, said: SaidAgain): Promise<unknown> =>
  tx.named(
    'volunteering.come-back',
    `update volunteering.volunteers set state = 'active', paused_until = null, away = '[]', home_place_id = $3, skills = $4, availability = $5, within_km = $6, born_on = coalesce($7, born_on),
       guardian_agreed_at = case when $8 then $9 else guardian_agreed_at end, version = version + 1, changed_at = $9 where county_id = $1 and person_id = $2`,
    [
      tx.countyId,
      personId,
      said.homePlaceId,
      said.skills,
      JSON.stringify(said.availability ?? []),
      said.withinKm ?? null,
      said.bornOn ?? null,
      said.guardianAgreed ?? false,
      tx.at,
    ],
  );
