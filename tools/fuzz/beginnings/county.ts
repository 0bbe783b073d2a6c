import { testFacts } from '../../../server/modules/volunteering/testing.ts';
import { done, nextNumber, said } from './beginning.ts';
import type { Beginning, Ground } from './beginning.ts';

const name = { 'zh-CN': '河湾', en: 'Bend' };

const newPlace = ({ county }: Ground) => ({
  parentId: county.placeId('town-1'),
  level: 'village',
  localCode: `fuzz-${nextNumber()}`,
  name,
  validFrom: '2026-01-01',
});
const addPlace = async (ground: Ground): Promise<string> =>
  said(await done(ground.county.as('administrator').post('/places', newPlace(ground))), 'id');
const revisionOf = async ({ county }: Ground): Promise<unknown> =>
  (await county.as('administrator').get('/places')).body['revision'];

const times = {
  answerWithinMinutes: 60,
  arrangeWithinMinutes: 60,
  offerExpiresMinutes: 60,
  confirmWithinMinutes: 60,
  rateWithinMinutes: 60,
};

/** Of places, stations, services and settings. */
export const countyBeginnings: Readonly<Record<string, Beginning>> = {
  'POST /api/v1/places': async (ground) => ({ as: 'administrator', path: '/places', body: newPlace(ground) }),
  'PATCH /api/v1/places/{id}': async (ground) => ({
    as: 'administrator',
    path: `/places/${await addPlace(ground)}`,
    body: { revision: await revisionOf(ground), population: 12 },
  }),
  'POST /api/v1/places/{id}/moves': async (ground) => ({
    as: 'administrator',
    path: `/places/${await addPlace(ground)}/moves`,
    body: { revision: await revisionOf(ground), parentId: ground.county.placeId('town-2'), reason: '并村' },
  }),
  'POST /api/v1/places/{id}/endings': async (ground) => ({
    as: 'administrator',
    path: `/places/${await addPlace(ground)}/endings`,
    body: { revision: await revisionOf(ground), validTo: '2030-01-01', reason: '撤村' },
  }),
  'POST /api/v1/notices/{id}/reads': async ({ county }) => {
    await county.deliver();
    for (const as of ['coordinator', 'editor', 'section-head', 'chief-editor', 'station-keeper'] as const) {
      const [notice] = (await county.as(as).get('/notices')).body['items'] as { id: string }[];
      if (notice) return { as, path: `/notices/${notice.id}/reads` };
    }
    throw new Error('nobody of the cast has a notice');
  },
  'PATCH /api/v1/stations/{id}': async ({ county, things }) => {
    const path = `/stations/${things['station']}`;
    const { version } = (await county.as('coordinator').get(path)).body;
    return { as: 'coordinator', path, body: { version, phone: '0000-1' } };
  },
  'DELETE /api/v1/stations/{id}/kiosks/{kioskId}': async ({ county, things }) => {
    const path = `/stations/${things['station']}/kiosks`;
    const { body } = await done(county.as('coordinator').post(path, { name: '门口' }));
    return { as: 'coordinator', path: `${path}/${(body['kiosk'] as { id: string }).id}` };
  },
  'POST /api/v1/services': async ({ things }) => ({
    as: 'coordinator',
    path: '/services',
    body: {
      slug: `fuzz-${nextNumber()}`,
      group: 'repair',
      level: 'town',
      placeId: things['place'],
      facts: testFacts(),
    },
  }),
  'PATCH /api/v1/services/{id}': async ({ county, things }) => {
    const { version } = (await county.as('coordinator').get('/services/taps')).body;
    return { as: 'coordinator', path: `/services/${things['service']}`, body: { version, position: 3 } };
  },
  'DELETE /api/v1/service-terms': async ({ county }) => {
    const term = { kind: 'skill', key: `fuzz-${nextNumber()}` };
    await done(county.as('coordinator').put('/service-terms', { ...term, name, position: 9 }));
    return { as: 'coordinator', path: '/service-terms', body: term };
  },
  'DELETE /api/v1/limits': async ({ county }) => {
    const scope = { serviceId: null, level: 'village' };
    await done(county.as('coordinator').put('/limits', { ...times, ...scope }));
    return { as: 'coordinator', path: '/limits', body: scope };
  },
  'PUT /api/v1/age-bands': async () => ({
    as: 'coordinator',
    path: '/age-bands',
    body: {
      items: [
        {
          fromAge: 0,
          accepted: false,
          guardian: true,
          homes: 'never',
          notBefore: 480,
          notAfter: 1_200,
          minutesPerWeek: 60,
        },
      ],
    },
  }),
  'POST /api/v1/volunteers': async ({ county, things }) => ({
    as: 'coordinator',
    path: '/volunteers',
    body: { personId: await county.personId('volunteer-2-1'), homePlaceId: things['place'], skills: [] },
  }),
  'PATCH /api/v1/volunteers/{id}': async ({ county, things }) => {
    const path = `/volunteers/${things['person']}`;
    const { version } = (await county.as('coordinator').get(path)).body;
    return { as: 'coordinator', path, body: { version, skills: ['water-and-lights'] } };
  },
  'PATCH /api/v1/settings': async ({ county }) => {
    const seen = Object((await county.as('administrator').get('/settings')).body['county']) as Record<string, unknown>;
    const { publisher, phone, languages } = seen;
    const read = { name: seen['name'], publisher, phone, languages };
    return { as: 'administrator', path: '/settings', body: { read, phone: '0000-1234567' } };
  },
  'PUT /api/v1/own-days': async ({ county }) => {
    const seen = Object((await county.as('administrator').get('/settings')).body['county']) as Record<string, unknown>;
    const read = { daysOff: seen['daysOff'], daysWorked: seen['daysWorked'] };
    return { as: 'administrator', path: '/own-days', body: { read, daysOff: ['2031-10-06'], daysWorked: [] } };
  },
  'PUT /api/v1/emergencies': async ({ county }) => {
    const seen = Object((await county.as('administrator').get('/settings')).body['county']) as Record<string, unknown>;
    const { emergencies } = seen;
    return { as: 'administrator', path: '/emergencies', body: { read: { emergencies }, emergencies } };
  },
  'PUT /api/v1/place-levels': async ({ county }) => {
    const seen = Object((await county.as('administrator').get('/settings')).body['county']) as Record<string, unknown>;
    const { placeLevels } = seen;
    return { as: 'administrator', path: '/place-levels', body: { read: { placeLevels }, placeLevels } };
  },
  'PUT /api/v1/upload-limits': async ({ county }) => {
    const seen = Object((await county.as('administrator').get('/settings')).body['county']) as Record<string, unknown>;
    const read = Object(seen['uploadLimits']) as Record<string, unknown>;
    return { as: 'administrator', path: '/upload-limits', body: { ...read, read, openFiles: 40 } };
  },
  'PUT /api/v1/ground-map': async ({ county }) => {
    const seen = Object((await county.as('administrator').get('/settings')).body['county']) as Record<string, unknown>;
    const read = Object(seen['groundMap']) as Record<string, unknown>;
    return { as: 'administrator', path: '/ground-map', body: { ...read, read, attribution: '测试' } };
  },
  'PUT /api/v1/registration': async ({ county }) => {
    const seen = Object((await county.as('administrator').get('/settings')).body['county']) as Record<string, unknown>;
    const read = Object(seen['registration']) as Record<string, unknown>;
    return { as: 'administrator', path: '/registration', body: { ...read, read, icp: '演ICP备00000001号' } };
  },
};
