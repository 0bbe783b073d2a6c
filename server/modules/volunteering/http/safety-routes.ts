import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  alarmEnding,
  alarmLine,
  alarmList,
  alarmQuery,
  incidentList,
  incidentNote,
  incidentQuery,
  incidentView,
  newIncident,
} from '../contract.ts';
import { listAlarms } from '../visit/alarm-list.ts';
import { endAlarm } from '../visit/end-alarm.ts';
import { listIncidents, readIncident } from '../visit/incident-queries.ts';
import { closeIncident, noteIncident } from '../visit/keep-incident.ts';
import { reportIncident } from '../visit/report-incident.ts';

const params = z.strictObject({ id: z.uuid() });

/** Of the safety of those who go and those who are visited: who is missed, and what went wrong. */
export const safetyRoutes = [
  route({
    method: 'GET',
    path: '/visit-alarms',
    ability: 'visit.end-alarm',
    summary: 'Who is missed: homes where nobody has said in time that they arrived or left.',
    query: alarmQuery,
    answer: alarmList,
    handle: ({ ctx, actor, query }) => listAlarms(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/visit-alarms/:id/endings',
    ability: 'visit.end-alarm',
    summary: 'They were reached by telephone and are well.',
    params,
    body: alarmEnding,
    answer: alarmLine,
    refuses: ['AlarmEnded'],
    handle: ({ ctx, actor, params: { id }, body }) => endAlarm(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/visits/:id/incidents',
    ability: 'visit.report-incident',
    summary: 'Something went wrong at a visit: told to the safeguarding officers and nobody else.',
    params,
    body: newIncident,
    answer: null,
    refuses: ['TimeInFuture'],
    handle: ({ ctx, actor, params: { id }, body }) => reportIncident(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/incidents',
    ability: 'incident.read',
    summary: 'What was told of visits.',
    query: incidentQuery,
    answer: incidentList,
    handle: ({ ctx, actor, query }) => listIncidents(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/incidents/:id',
    ability: 'incident.read',
    summary: 'One report with what was done about it; the look is written down.',
    params,
    answer: incidentView,
    handle: ({ ctx, actor, params: { id } }) => readIncident(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/incidents/:id/notes',
    ability: 'incident.write',
    summary: 'Writes down what was done about it.',
    params,
    body: incidentNote,
    answer: incidentView,
    refuses: ['IncidentClosed'],
    handle: ({ ctx, actor, params: { id }, body }) => noteIncident(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/incidents/:id/closings',
    ability: 'incident.write',
    summary: 'Nothing more is to be done about it.',
    params,
    body: incidentNote,
    answer: incidentView,
    refuses: ['IncidentClosed'],
    handle: ({ ctx, actor, params: { id }, body }) => closeIncident(ctx, actor, id, body),
  }),
];
