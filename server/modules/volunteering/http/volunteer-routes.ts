import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  hourLine,
  hourFigureQuery,
  hourFigures as hourFiguresShape,
  hourList,
  hourQuery,
  newTeam,
  newVolunteer,
  reversal,
  teamChange,
  teamList,
  teamQuery,
  teamView,
  volunteerChange,
  volunteerList,
  volunteerQuery,
  volunteerView,
} from '../contract.ts';
import { hourFigures } from '../hours/hour-figures.ts';
import { listHours } from '../hours/hour-queries.ts';
import { reverseHours } from '../hours/reverse-hours.ts';
import { changeTeam, foundTeam, listTeams } from '../volunteer/keep-teams.ts';
import { changeVolunteer, enrolVolunteer } from '../volunteer/keep-volunteers.ts';
import { listVolunteers } from '../volunteer/list-volunteers.ts';
import { readVolunteer } from '../volunteer/read-volunteer.ts';

const params = z.strictObject({ id: z.uuid() });

/** Volunteers, teams and the ledger of hours. */
export const volunteerRoutes = [
  route({
    method: 'GET',
    path: '/volunteers',
    ability: 'volunteer.list',
    summary: 'Volunteers at my places.',
    query: volunteerQuery,
    answer: volunteerList,
    handle: ({ ctx, actor, query }) => listVolunteers(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/volunteers/:id',
    ability: 'volunteer.list',
    summary: 'One volunteer, by person.',
    params,
    answer: volunteerView,
    handle: ({ ctx, actor, params: { id } }) => readVolunteer(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/volunteers',
    ability: 'volunteer.write',
    summary: 'Takes a person in as volunteer.',
    body: newVolunteer,
    answer: volunteerView,
    refuses: ['AlreadyVolunteer', 'OwnLicence'],
    handle: ({ ctx, actor, body }) => enrolVolunteer(ctx, actor, body),
  }),
  route({
    method: 'PATCH',
    path: '/volunteers/:id',
    ability: 'volunteer.list',
    summary: "Changes what is known of a volunteer; one's own reach, times and pause anybody sets.",
    params,
    body: volunteerChange,
    answer: volunteerView,
    refuses: ['OwnLicence'],
    handle: ({ ctx, actor, params: { id }, body }) => changeVolunteer(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/teams',
    ability: 'team.list',
    summary: "The county's teams.",
    query: teamQuery,
    answer: teamList,
    handle: ({ ctx, actor, query }) => listTeams(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/teams',
    ability: 'team.write',
    summary: 'Founds a team.',
    body: newTeam,
    answer: teamView,
    handle: ({ ctx, actor, body }) => foundTeam(ctx, actor, body),
  }),
  route({
    method: 'PATCH',
    path: '/teams/:id',
    ability: 'team.write',
    summary: 'Changes a team, closes it, or opens it again.',
    params,
    body: teamChange,
    answer: teamView,
    refuses: ['StaleVersion'],
    handle: ({ ctx, actor, params: { id }, body }) => changeTeam(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/hours',
    ability: 'own-data.see',
    summary: 'The ledger of hours: mine, or that of my places.',
    query: hourQuery,
    answer: hourList,
    handle: ({ ctx, actor, query }) => listHours(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/hour-figures',
    ability: 'own-data.see',
    summary: 'Minutes served by month and class of evidence: mine, or those of my places.',
    query: hourFigureQuery,
    answer: hourFiguresShape,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => hourFigures(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/hours/:id/reversals',
    ability: 'hours.reverse',
    summary: 'Takes an entry back, and writes what was really served.',
    params,
    body: reversal,
    answer: hourLine,
    refuses: ['AlreadyReversed', 'OwnHours', 'NotReversible'],
    handle: ({ ctx, actor, params: { id }, body }) => reverseHours(ctx, actor, id, body),
  }),
];
