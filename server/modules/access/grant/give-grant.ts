import { personById } from '#people';
import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { GrantView, NewGrantRequest } from '../contract.ts';
import { grantAdded } from '../events.ts';
import { strongRoles } from '../roles.ts';
import { endSessions } from '../session/end-sessions.ts';
import { grantsOf } from '../session-queries.ts';
import { unitById } from '../unit-queries.ts';
import { addGrant } from './add-grant.ts';
import { grantRow } from '../grant-queries.ts';
import { grantView } from './list-grants.ts';
import { mayGive } from './may-give.ts';
import { withdrawBeyond } from './must-cover-roles.ts';

/** Gives a person a role at a place, for a unit, for a time. Holds at once. Whoever gains a role that needs a second factor signs in anew; an invitation or slip from somebody who could not give it works no more.
 *  Refuses: RoleNotYours (403), OwnGrant (409), UnknownRole, UnitElsewhere, GrantDatesWrong, PersonInactive (422). */
export async function giveGrant(ctx: Ctx, actor: Actor, request: NewGrantRequest): Promise<GrantView> {
  return ctx.transaction(async (tx) => {
    const place = placeOrRefuse(tx, request.placeId);
    must(tx, actor, 'grant.add', { placeId: place.id });
    mustBeRole(ctx, request.role);
    if (!mayGive(tx, actor, request)) refuse('RoleNotYours', { role: request.role });
    if (actor.id === request.personId) refuse('OwnGrant');
    await mustBeActive(tx, request.personId);
    await mustFitUnit(tx, request);
    const dates = datesOf(tx, request);
    const hadStrong = (await grantsOf(tx, request.personId)).some((grant) => strongRoles.has(grant.role));
    const id = await addGrant(tx, actor, { ...request, ...dates });
    if (!hadStrong && strongRoles.has(request.role))
      await endSessions(tx, actor, { personId: request.personId }, 'replaced');
    await withdrawBeyond(tx, actor, request.personId, request);
    await audit(tx, actor, {
      act: 'grant.add',
      noun: 'person',
      subjectId: request.personId,
      placeId: place.id,
      detail: { grantId: id, role: request.role, duty: request.duty },
    });
    await emit(tx, grantAdded, actor, {
      personId: request.personId,
      grantId: id,
      role: request.role,
      placeId: place.id,
      unitId: request.unitId ?? null,
      duty: request.duty,
    });
    return grantView(tx, actor, found(await grantRow(tx, id)));
  });
}

function mustBeRole(ctx: Ctx, role: string): void {
  const known = ctx.app.modules.some((module) => module.roles?.includes(role));
  if (!known) refuse('UnknownRole', { role }, [{ path: '/role', code: 'invalid_value' }]);
}

async function mustBeActive(tx: Tx, personId: string): Promise<void> {
  const person = found(await personById(tx, personId));
  if (!person.active || person.erasedAt) refuse('PersonInactive');
}

async function mustFitUnit(tx: Tx, request: NewGrantRequest): Promise<void> {
  if (!request.unitId) return;
  const unit = found(await unitById(tx, request.unitId));
  if (unit.closedAt) refuse('UnitElsewhere', {}, [{ path: '/unitId', code: 'invalid_value' }]);
}

function datesOf(tx: Tx, request: NewGrantRequest): { fromAt: Date; untilAt: Date | null } {
  const fromAt = request.fromAt ? new Date(request.fromAt) : tx.at;
  const untilAt = request.untilAt ? new Date(request.untilAt) : null;
  if (untilAt && (untilAt <= fromAt || untilAt <= tx.at))
    refuse('GrantDatesWrong', {}, [{ path: '/untilAt', code: 'invalid_value' }]);
  if (request.duty && !untilAt) refuse('GrantDatesWrong', {}, [{ path: '/untilAt', code: 'required' }]);
  return { fromAt, untilAt };
}
