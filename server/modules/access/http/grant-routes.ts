import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  grantPage,
  grantQuery,
  grantView,
  newGrantRequest,
  newUnitRequest,
  roleList,
  unitChange,
  unitList,
  unitQuery,
  unitView,
} from '../contract.ts';
import { endGrant } from '../grant/end-grant.ts';
import { giveGrant } from '../grant/give-grant.ts';
import { listGrants } from '../grant/list-grants.ts';
import { strongRoles } from '../roles.ts';
import { changeUnit, listUnits, makeUnit } from '../unit/units.ts';

const id = z.strictObject({ id: z.uuid() });

/** Roles, grants and units. */
export const grantRoutes = [
  route({
    method: 'GET',
    path: '/roles',
    ability: 'signed-in',
    summary: 'The roles that can be given.',
    answer: roleList,
    handle: async ({ ctx }) => ({
      roles: ctx.app.modules
        .flatMap((module) => module.roles ?? [])
        .map((role) => ({
          role,
          name: ctx.app.wording.say(ctx.tag, `role.${role}`),
          strong: strongRoles.has(role),
        })),
    }),
  }),
  route({
    method: 'GET',
    path: '/grants',
    ability: 'own-data.see',
    summary: "Who holds which role where; one's own always.",
    query: grantQuery,
    answer: grantPage,
    handle: ({ ctx, actor, query }) => listGrants(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/grants',
    ability: 'grant.add',
    summary: 'Give a person a role at a place, or put them on duty.',
    body: newGrantRequest,
    answer: grantView,
    refuses: ['RoleNotYours', 'OwnGrant', 'UnknownRole', 'UnitElsewhere', 'GrantDatesWrong', 'PersonInactive'],
    handle: ({ ctx, actor, body }) => giveGrant(ctx, actor, body),
  }),
  route({
    method: 'DELETE',
    path: '/grants/:id',
    ability: 'signed-in',
    summary: "End a grant now: one's own, or one that the actor may give.",
    params: id,
    answer: null,
    refuses: ['RoleNotYours', 'LastAdministrator'],
    handle: ({ ctx, actor, params }) => endGrant(ctx, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/units',
    ability: 'unit.see',
    summary: 'Sections, teams and stations.',
    query: unitQuery,
    answer: unitList,
    handle: ({ ctx, actor, query }) => listUnits(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/units',
    ability: 'unit.add',
    summary: 'Make a unit.',
    body: newUnitRequest,
    answer: unitView,
    handle: ({ ctx, actor, body }) => makeUnit(ctx, actor, body),
  }),
  route({
    method: 'PATCH',
    path: '/units/:id',
    ability: 'unit.change',
    summary: 'Rename, close or reopen a unit.',
    params: id,
    body: unitChange,
    answer: unitView,
    handle: ({ ctx, actor, params, body }) => changeUnit(ctx, actor, params.id, body),
  }),
];
