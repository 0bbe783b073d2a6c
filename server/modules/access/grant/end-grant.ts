import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { grantEnded } from '../events.ts';
import { grantRow } from '../grant-queries.ts';
import { grantsOf } from '../session-queries.ts';
import { isOver } from './may-end.ts';
import { mayGive } from './may-give.ts';

/** Ends a grant now; a future one never begins. Whoever could give it may end it, and everybody their own. Refuses: NotFound (404), RoleNotYours (403), LastAdministrator (409). */
export async function endGrant(ctx: Ctx, actor: Actor, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const grant = found(await grantRow(tx, id));
    const isOwn = actor.kind === 'person' && grant.personId === actor.id;
    // A program gives up nothing of its owner's unless it was given that very ability.
    if (!isOwn || actor.scopes) must(tx, actor, 'grant.end', { placeId: grant.placeId });
    if (!isOwn && !mayGive(tx, actor, grant)) refuse('RoleNotYours', { role: grant.role });
    if (isOver(grant, tx.at)) return;
    await endGrantRow(tx, actor, grant);
    if (grant.role === 'administrator') await mustLeaveAdministrator(tx);
  });
}

interface GrantToEnd {
  id: string;
  personId: string;
  role: string;
  placeId: string;
  fromAt: Date;
}

/** Ends a grant; asks nobody. */
export async function endGrantRow(tx: Tx, actor: Actor, grant: GrantToEnd): Promise<void> {
  const untilAt = grant.fromAt > tx.at ? grant.fromAt : tx.at;
  await tx.named('access.end-grant', 'update access.grants set until_at = $3 where county_id = $1 and id = $2', [
    tx.countyId,
    grant.id,
    untilAt,
  ]);
  await audit(tx, actor, {
    act: 'grant.end',
    noun: 'person',
    subjectId: grant.personId,
    placeId: grant.placeId,
    detail: { grantId: grant.id, role: grant.role },
  });
  await emit(tx, grantEnded, actor, {
    personId: grant.personId,
    grantId: grant.id,
    role: grant.role,
    placeId: grant.placeId,
  });
}

/** Whether the person administers the county now: then nobody takes that away from the last one. */
export const isAdministrator = async (tx: Tx, personId: string): Promise<boolean> =>
  (await grantsOf(tx, personId)).some((grant) => grant.role === 'administrator');

/** Refuses LastAdministrator (409) when nobody is left who can give grants in the whole county: one of a town is none. Asked after the change. */
export async function mustLeaveAdministrator(tx: Tx): Promise<void> {
  const rows = await tx.named(
    'access.administrators-left',
    `select 1 from access.grants g join people.persons p on p.county_id = $1 and p.id = g.person_id and p.active
       join access.accounts a on a.county_id = $1 and a.person_id = g.person_id and a.disabled_at is null
      where g.county_id = $1 and g.role = 'administrator' and g.place_id = $3 and g.unit_id is null and g.from_at <= $2 and (g.until_at is null or g.until_at > $2) limit 1`,
    [tx.countyId, tx.at, rootPlace(tx).id],
  );
  if (rows.length === 0) refuse('LastAdministrator');
}
