import { done } from './beginning.ts';
import type { Beginning, Begun } from './beginning.ts';
import { taken, takenInTeam, told, volunteerOf } from './order-ground.ts';

const onVisit =
  (act: string, body: unknown): Beginning =>
  async (ground): Promise<Begun> => {
    const { visit, who } = await taken(ground);
    return { as: { cookie: who.cookie }, path: `/visits/${visit}/${act}`, body };
  };

/** Of visits and of what happened there: each with a volunteer of its own. */
export const visitBeginnings: Readonly<Record<string, Beginning>> = {
  'GET /api/v1/visits/{id}/newcomers': async (ground) => ({
    as: 'coordinator',
    path: `/visits/${(await taken(ground)).visit}/newcomers`,
  }),
  'POST /api/v1/visits/{id}/newcomers': async (ground) => {
    const { visit } = await taken(ground);
    const { id } = await volunteerOf(ground);
    await done(ground.county.as('coordinator').patch(`/volunteers/${id}`, { version: 1, needsMentor: true }));
    return { as: 'coordinator', path: `/visits/${visit}/newcomers`, body: { personId: id } };
  },
  'GET /api/v1/visits/{id}/stand-ins': async (ground) => {
    const { visit, who } = await taken(ground);
    return { as: { cookie: who.cookie }, path: `/visits/${visit}/stand-ins` };
  },
  'POST /api/v1/visits/{id}/hand-overs': async (ground) => {
    const { visit, who, mateId } = await takenInTeam(ground);
    return { as: { cookie: who.cookie }, path: `/visits/${visit}/hand-overs`, body: { personId: mateId } };
  },
  'DELETE /api/v1/visits/{id}/hand-overs': async (ground) => {
    const { visit, who, mateId } = await takenInTeam(ground);
    const path = `/visits/${visit}/hand-overs`;
    const { cookie } = who;
    await done(ground.county.request('POST', `/api/v1${path}`, { personId: mateId }, { cookie }));
    return { as: { cookie }, path };
  },
  'POST /api/v1/visits/{id}/exclusions': onVisit('exclusions', {}),
  'POST /api/v1/visits/{id}/incidents': onVisit('incidents', { kind: 'other', said: '门口有狗' }),
  'GET /api/v1/incidents/{id}': async (ground) => ({ as: 'safeguarding', path: `/incidents/${await told(ground)}` }),
  'POST /api/v1/incidents/{id}/notes': async (ground) => ({
    as: 'safeguarding',
    path: `/incidents/${await told(ground)}/notes`,
    body: { said: '问过了' },
  }),
  'POST /api/v1/incidents/{id}/closings': async (ground) => ({
    as: 'safeguarding',
    path: `/incidents/${await told(ground)}/closings`,
    body: { said: '办好了' },
  }),
  'POST /api/v1/visits/{id}/completions': onVisit('completions', { minutesServed: 1 }),
  'POST /api/v1/visits/{id}/check-ins': onVisit('check-ins', {}),
  'POST /api/v1/visits/{id}/own-times': async (ground) => {
    const { visit, who } = await taken(ground);
    await done(ground.county.as('coordinator').post(`/visits/${visit}/completions`, { minutesServed: 30 }));
    return { as: { cookie: who.cookie }, path: `/visits/${visit}/own-times`, body: { minutes: 25 } };
  },
  'POST /api/v1/visits/{id}/failures': onVisit('failures', { reason: '没人在家' }),
  'POST /api/v1/visits/{id}/releases': onVisit('releases', {}),
  'POST /api/v1/visits/{id}/person-releases': async (ground) => {
    const { visit, who } = await taken(ground);
    return { as: 'coordinator', path: `/visits/${visit}/person-releases`, body: { personId: who.id } };
  },
};
