import { done, first, said } from './beginning.ts';
import type { Beginning, Ground } from './beginning.ts';
import { differing, recorded } from './order-ground.ts';
import type { Volunteer } from './order-ground.ts';

/** The days around now, so that they hold whatever was just recorded. */
function spanOf({ county }: Ground): { from: string; until: string } {
  const dayAt = (days: number): string =>
    new Date(county.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return { from: dayAt(-30), until: dayAt(2) };
}

/** A volunteer with an entry, the unit that recorded it, and the request for a certificate of it. */
async function askedForCertificate(ground: Ground): Promise<{ request: string; who: Volunteer }> {
  const { who } = await recorded(ground);
  const unit = first(await ground.county.as('coordinator').get('/hours'), 'items')['unit'] as { id: string | null };
  const body = { unitId: unit.id, ...spanOf(ground) };
  const options = { cookie: who.cookie };
  const asked = ground.county.request('POST', '/api/v1/certificate-requests', body, options);
  return { request: said(await done(asked), 'id'), who };
}

async function issuedCertificate(ground: Ground): Promise<string> {
  const { request } = await askedForCertificate(ground);
  const issued = ground.county.as('coordinator').post(`/certificate-requests/${request}/certificates`, {});
  return said(await done(issued), 'id');
}

/** Of hours and the certificates of them: each with an entry of its own. */
export const hourBeginnings: Readonly<Record<string, Beginning>> = {
  'POST /api/v1/hours/{id}/reversals': async (ground) => ({
    as: 'coordinator',
    path: `/hours/${(await recorded(ground)).entry}/reversals`,
    body: { reason: '记错' },
  }),
  'POST /api/v1/hours/{id}/signatures': async (ground) => {
    const desk = ground.county.as('coordinator');
    await done(desk.post(`/hours/${(await recorded(ground)).entry}/reversals`, { reason: '记错', minutes: 25 }));
    const waiting = first(await desk.get('/hours?waiting=true'), 'items');
    return { as: 'station-keeper', path: `/hours/${String(waiting['id'])}/signatures`, body: {} };
  },
  'POST /api/v1/hour-corrections': async (ground) => {
    const { entry, who } = await recorded(ground);
    return { as: { cookie: who.cookie }, path: '/hour-corrections', body: { hourId: entry, said: '少记了' } };
  },
  'POST /api/v1/certificate-requests': async (ground) => {
    const { who } = await recorded(ground);
    const unit = first(await ground.county.as('coordinator').get('/hours'), 'items')['unit'] as { id: string | null };
    return {
      as: { cookie: who.cookie },
      path: '/certificate-requests',
      body: { unitId: unit.id, ...spanOf(ground) },
    };
  },
  'DELETE /api/v1/certificate-requests/{id}': async (ground) => {
    const { request, who } = await askedForCertificate(ground);
    return { as: { cookie: who.cookie }, path: `/certificate-requests/${request}` };
  },
  'POST /api/v1/certificate-requests/{id}/certificates': async (ground) => ({
    as: 'coordinator',
    path: `/certificate-requests/${(await askedForCertificate(ground)).request}/certificates`,
    body: {},
  }),
  'GET /api/v1/certificates/{id}/paper': async (ground) => ({
    as: 'coordinator',
    path: `/certificates/${await issuedCertificate(ground)}/paper`,
  }),
  'GET /api/v1/certificates/{id}/credential': async (ground) => ({
    as: 'coordinator',
    path: `/certificates/${await issuedCertificate(ground)}/credential`,
  }),
  'POST /api/v1/certificates/{id}/revocations': async (ground) => ({
    as: 'coordinator',
    path: `/certificates/${await issuedCertificate(ground)}/revocations`,
    body: { reason: 'wrong' },
  }),
  'POST /api/v1/hour-reconciliations': async (ground) => ({
    as: 'coordinator',
    path: '/hour-reconciliations',
    body: { ...spanOf(ground), rows: [] },
  }),
  'POST /api/v1/hour-differences/{id}/answers': async (ground) => {
    const { id, who } = await differing(ground);
    return { as: { cookie: who.cookie }, path: `/hour-differences/${id}/answers`, body: { agrees: false } };
  },
  'POST /api/v1/hour-differences/{id}/decisions': async (ground) => ({
    as: 'coordinator',
    path: `/hour-differences/${(await differing(ground)).id}/decisions`,
    body: { minutes: 5, reason: '问过两边' },
  }),
  'POST /api/v1/hour-corrections/{id}/answers': async (ground) => {
    const { entry, who } = await recorded(ground);
    const asked = ground.county.request(
      'POST',
      '/api/v1/hour-corrections',
      { hourId: entry, said: '少记了' },
      { cookie: who.cookie },
    );
    return {
      as: 'coordinator',
      path: `/hour-corrections/${said(await done(asked), 'id')}/answers`,
      body: { verdict: 'kept', reason: '核过了' },
    };
  },
};
