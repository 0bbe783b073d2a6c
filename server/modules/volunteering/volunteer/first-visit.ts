import type { Tx } from '#platform/transaction';

/** Whoever has been to a home beside somebody who leads needs no mentor any more. */
export const noteFirstVisit = (tx: Tx, visitId: string): Promise<unknown> =>
  tx.named(
    'volunteering.first-visit',
    `update volunteering.volunteers set needs_mentor = false, version = version + 1, changed_at = $3 where county_id = $1 and needs_mentor
        and person_id = any(array(select a.person_id from volunteering.assignments a where a.county_id = $1 and a.visit_id = $2 and a.state = 'served'))`,
    [tx.countyId, visitId, tx.at],
  );
