import { mustBeInOwnLanguage, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { ServiceChange, ServiceView } from '../contract.ts';
import { serviceChanged } from '../events.ts';
import { storeVersion } from './add-service.ts';
import { mustBeKnownTerms, termsAt, termsOfFacts } from './known-terms.ts';
import { serviceForUpdate } from './service-queries.ts';
import { teamById } from '../volunteer/team-queries.ts';
import { oneServiceView } from './service-view.ts';

/** Changes a service. New facts make a new version; orders placed before keep theirs. Refuses: StaleVersion (409), BadRequest (400) for a group, skill or licence that is not on the county's lists, NotFound (404) for an unknown team or a place of another county. */
export async function changeService(ctx: Ctx, actor: Actor, id: string, change: ServiceChange): Promise<ServiceView> {
  return ctx.transaction(async (tx) => {
    const before = await serviceForUpdate(tx, id);
    must(tx, actor, 'service.write', before);
    for (const placeId of [change.placeId ?? before.placeId, ...(change.alsoPlaceIds ?? [])])
      must(tx, actor, 'service.write', { placeId: placeOrRefuse(tx, placeId).id });
    mustBeAsRead(before.version, change.version);
    if (change.facts) mustBeInOwnLanguage(tx, change.facts.name, '/facts/name');
    await mustBeKnownTerms(tx, [
      ...termsAt('group', change.group === undefined ? [] : [change.group], () => '/group', [before.group]),
      ...termsOfFacts(change.facts, before.facts),
    ]);
    if (change.teamId) await teamById(tx, change.teamId);
    const version = before.version + 1;
    const facts = change.facts ?? before.facts;
    await tx.named(
      'volunteering.change-service',
      `update volunteering.services set facts = $3, group_key = $4, level = $5, team_id = $6, position = $7, home_position = $8, active = $9, version = $10, changed_at = $11, place_id = $12, also_place_ids = $13 where county_id = $1 and id = $2`,
      [
        tx.countyId,
        id,
        JSON.stringify(facts),
        change.group ?? before.group,
        change.level ?? before.level,
        change.teamId === undefined ? before.teamId : change.teamId,
        change.position ?? before.position,
        change.homePosition === undefined ? before.homePosition : change.homePosition,
        change.active ?? before.active,
        version,
        tx.at,
        change.placeId ?? before.placeId,
        [...new Set(change.alsoPlaceIds ?? before.alsoPlaceIds)],
      ],
    );
    await storeVersion(tx, actor, id, version, facts);
    await emit(tx, serviceChanged, actor, { serviceId: id, slug: before.slug });
    await audit(tx, actor, {
      act: 'service.change',
      noun: 'service',
      subjectId: id,
      placeId: before.placeId,
      detail: { version },
    });
    return oneServiceView(tx, actor, await serviceForUpdate(tx, id));
  });
}
