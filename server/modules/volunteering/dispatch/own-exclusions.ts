import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { OwnExclusionLine } from '../contract.ts';
import { thingOf } from '../volunteer/list-volunteers.ts';
import { lockVolunteer, volunteersByIds } from '../volunteer/volunteer-queries.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';

interface OwnExclusions {
  items: OwnExclusionLine[];
  total: number;
}

/** Where a volunteer does not wish to go again, newest first; for themselves alone. What others wish about them is not among it. */
export const listOwnExclusions = (ctx: Ctx, actor: Actor, personId: string): Promise<OwnExclusions> =>
  ctx.transaction(async (tx) => {
    mustBeOwn(tx, actor, found((await volunteersByIds(tx, [personId])).get(personId)));
    return ownExclusions(tx, personId);
  });

/** They may be sent there again. The audit does not say where. */
export const endOwnExclusion = (
  ctx: Ctx,
  actor: Actor,
  personId: string,
  exclusionId: string,
): Promise<OwnExclusions> =>
  ctx.transaction(async (tx) => {
    const volunteer = await lockVolunteer(tx, personId);
    mustBeOwn(tx, actor, volunteer);
    const [ended] = await tx.named(
      'volunteering.end-own-exclusion',
      `update volunteering.exclusions set ended_at = $4 where county_id = $1 and id = $2 and person_id = $3 and wished_by = 'volunteer' and ended_at is null returning 1`,
      [tx.countyId, exclusionId, personId, tx.at],
    );
    found(ended);
    await audit(tx, actor, {
      act: 'volunteer.end-exclusion',
      noun: 'person',
      subjectId: personId,
      placeId: volunteer.homePlaceId,
    });
    return ownExclusions(tx, personId);
  });

function mustBeOwn(tx: Tx, actor: Actor, volunteer: Volunteer): void {
  mustSee(tx, actor, 'volunteer.list', thingOf(volunteer));
  must(tx, actor, 'volunteer.change-own', thingOf(volunteer));
}

// Only the phone is kept with the wish, as a hash: which visit it was is looked for anew, and of what is forgotten nothing is found.
async function ownExclusions(tx: Tx, personId: string): Promise<OwnExclusions> {
  const rows = await tx.named<{
    id: string;
    madeAt: Date;
    service: Record<string, string> | null;
    placeId: string | null;
    startsAt: Date | null;
  }>(
    'volunteering.own-exclusions',
    `select x.id, x.made_at as "madeAt", last.service, last.place_id as "placeId", last.starts_at as "startsAt" from volunteering.exclusions x
      left join lateral (select sv.facts -> 'name' as service, o.place_id, v.starts_at from volunteering.assignments a
        join volunteering.visits v on v.county_id = a.county_id and v.id = a.visit_id
        join volunteering.orders o on o.county_id = v.county_id and o.id = v.order_id and o.phone_hash = x.phone_hash
        join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version
        where a.county_id = x.county_id and a.person_id = x.person_id and a.assigned_at <= x.made_at order by v.starts_at desc limit 1) last on true
      where x.county_id = $1 and x.person_id = $2 and x.wished_by = 'volunteer' and x.ended_at is null order by x.id desc`,
    [tx.countyId, personId],
  );
  const items = rows.map(({ id, madeAt, service, placeId, startsAt }) => ({
    id,
    visit:
      service && placeId && startsAt
        ? { service, place: placeLine(placeOrRefuse(tx, placeId)), startsAt: startsAt.toISOString() }
        : null,
    madeAt: madeAt.toISOString(),
  }));
  return { items, total: items.length };
}
