import type { Tx } from '#platform/transaction';
import { handlersOf } from '../order/handlers.ts';
import type { Team } from '../volunteer/team-queries.ts';

/** A finished visit as far as it matters who may ring about it. */
export interface Asked {
  readonly placeId: string;
  readonly stationId: string | null;
  /** Whoever had a part in it: asked somebody to go, went, gave it back, took the order down, said that it was done. */
  readonly involved: readonly string[];
}

/** SQL: who had a part in the order `o`, as an array of texts: also whoever typed its visit in, or said for those who went that they were there or that it was over. */
export const involvedSql = `array(select a.person_id::text from volunteering.assignments a where a.county_id = o.county_id and a.order_id = o.id
              union select f.made_by ->> 'id' from volunteering.offers f where f.county_id = o.county_id and f.order_id = o.id
              union select o.taken_down_by::text where o.taken_down_by is not null
              union select i.typed_in_by ->> 'id' from volunteering.visits i where i.county_id = o.county_id and i.order_id = o.id and i.typed_in_by is not null
              union select m.actor ->> 'id' from platform.moves m join volunteering.visits w on w.county_id = m.county_id and w.id::text = m.subject_id
                     where m.county_id = o.county_id and m.noun = 'visit' and w.order_id = o.id and m.from_state is not null and m.actor ->> 'kind' = 'person')`;

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
