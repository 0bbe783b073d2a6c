import type { Tx } from '#platform/transaction';
import { handlersOf } from '../order/handlers.ts';
import type { Team } from '../volunteer/team-queries.ts';

/** A finished visit as far as it matters who may ring about it. */
export interface Asked {
  readonly placeId: string;
  readonly stationId: string | null;
  /** Whoever had a part in it: asked somebody to go, went, gave it back, took the order down. */
  readonly involved: readonly string[];
}

/** SQL: who had a part in the order `o`, as an array of texts. */
export const involvedSql = `array(select a.person_id::text from volunteering.assignments a where a.county_id = o.county_id and a.order_id = o.id
              union select f.made_by ->> 'id' from volunteering.offers f where f.county_id = o.county_id and f.order_id = o.id
              union select o.taken_down_by::text where o.taken_down_by is not null)`;

/** Who handles orders there, had no part in the visit, and is in no team of those who had; the nearest first. `named`: of these alone. */
export async function independentCallers(
  tx: Tx,
  one: Asked,
  { teams, named }: { teams: readonly Team[]; named?: readonly string[] | undefined },
): Promise<string[]> {
  const handlers = (await handlersOf(tx, one)).filter((id) => named?.includes(id) ?? true);
  const mates = teams
    .filter((team) => team.memberIds.some((id) => one.involved.includes(id)))
    .flatMap((team) => [...team.memberIds, ...(team.leaderId ? [team.leaderId] : [])]);
  return handlers.filter((id) => !one.involved.includes(id) && !mates.includes(id));
}
