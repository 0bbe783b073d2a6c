import { displayNames } from '#people';
import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { rangesFor, withinSql } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { ClaimLine, VolunteerView } from '../contract.ts';
import { volunteersByIds } from './volunteer-queries.ts';

type Claim = VolunteerView['claims'][number];

/** A paper somebody says they hold, with who looks at it, and what they found. */
export interface ClaimRow {
  id: string;
  personId: string;
  licence: string;
  expiresOn: string;
  claimedAt: Date;
  checkBy: Date;
  checkerId: string;
  verdict: 'seen' | 'refused' | null;
  answeredAt: Date | null;
  reason: string | null;
}
/** Columns of a ClaimRow, from `volunteering.licence_claims c`. */
export const claimColumns = `c.id, c.person_id as "personId", c.licence, to_char(c.expires_on, 'YYYY-MM-DD') as "expiresOn", c.claimed_at as "claimedAt", c.check_by as "checkBy", c.checker_id as "checkerId", c.verdict, c.answered_at as "answeredAt", c.reason`;

/** One of them, or 404. */
export const claimById = async (tx: Tx, id: string): Promise<ClaimRow> =>
  found(
    (
      await tx.named<ClaimRow>(
        'volunteering.licence-claim',
        `select ${claimColumns} from volunteering.licence_claims c where c.county_id = $1 and c.id = $2`,
        [tx.countyId, id],
      )
    )[0],
  );

/** Claims as those who look at them see them. */
export async function claimLines(tx: Tx, rows: readonly ClaimRow[]): Promise<ClaimLine[]> {
  const ids = rows.flatMap((row) => [row.personId, row.checkerId]);
  const names = await displayNames(tx, ids);
  const volunteers = await volunteersByIds(tx, ids);
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    name: names.get(row.personId) ?? '',
    homePlace: placeLine(placeOrRefuse(tx, volunteers.get(row.personId)?.homePlaceId ?? '')),
    licence: row.licence,
    expiresOn: row.expiresOn,
    claimedAt: row.claimedAt.toISOString(),
    checkBy: row.checkBy.toISOString(),
    overdue: row.verdict === null && row.checkBy < tx.at,
    checker: { personId: row.checkerId, name: names.get(row.checkerId) ?? '' },
    verdict: row.verdict,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    reason: row.reason,
  }));
}

/** What waits and what was last answered, by person: what the volunteer sees of it. */
export async function claimsOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, Claim[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.named<ClaimRow>(
    'volunteering.claims-of',
    `select distinct on (c.person_id, c.licence) ${claimColumns} from volunteering.licence_claims c where c.county_id = $1 and c.person_id = any($2::uuid[]) order by c.person_id, c.licence, c.claimed_at desc`,
    [tx.countyId, personIds],
  );
  const names = await displayNames(
    tx,
    rows.map((row) => row.checkerId),
  );
  const byPerson = new Map<string, Claim[]>();
  for (const row of rows) {
    const { id, licence, expiresOn, verdict, reason } = row;
    const line = {
      id,
      licence,
      expiresOn,
      verdict,
      reason,
      checkerName: names.get(row.checkerId) ?? '',
      checkBy: row.checkBy.toISOString(),
    };
    byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), line]);
  }
  return byPerson;
}

/** Those that wait for this person to look, the most urgent first; once the time in which somebody looks is over, they wait for everybody who keeps volunteers there. Nobody looks at their own. */
export function claimsWaitingFor(tx: Tx, actor: Actor): Promise<ClaimRow[]> {
  const { ranges } = rangesFor(tx, actor, 'volunteer.write');
  return tx.named<ClaimRow>(
    'volunteering.claims-waiting-for',
    `select ${claimColumns} from volunteering.licence_claims c join volunteering.volunteers v on v.county_id = c.county_id and v.person_id = c.person_id
      where c.county_id = $1 and c.verdict is null and c.person_id <> $2 and (c.checker_id = $2 or (c.check_by < $5 and ${withinSql('v.home_place_id', 3)}))
      order by c.check_by, c.id limit 20`,
    [tx.countyId, actor.id, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), tx.at],
  );
}
