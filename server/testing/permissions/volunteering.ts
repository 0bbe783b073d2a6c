import { testFacts } from '#volunteering/testing';
import type { Things } from '../busy-county.ts';
import { absent, words } from './bodies.ts';
import { anywhere, at, atPlace, county, everybody, handlers, list, nobody, on, signedIn, to } from './row.ts';
import type { Row } from './row.ts';

const service = (things: Things) => ({
  slug: 'taps',
  group: 'repair',
  level: 'town',
  placeId: things['place'],
  facts: testFacts(),
});
const limits = {
  answerWithinMinutes: 60,
  arrangeWithinMinutes: 60,
  offerExpiresMinutes: 60,
  confirmWithinMinutes: 60,
  rateWithinMinutes: 60,
  serviceId: null,
  level: null,
};
const anAge = {
  fromAge: 0,
  accepted: false,
  guardian: true,
  homes: 'never',
  notBefore: 480,
  notAfter: 1_200,
  minutesPerWeek: null,
};
export const volunteering: Record<string, Row> = {
  'GET /services': everybody(to('/services')),
  'GET /services/:slug': everybody(to('/services/taps')),
  'POST /services': atPlace(
    ['coordinator'],
    at(() => '/services', service),
  ),
  'PATCH /services/:id': county(['coordinator'], on('services', 'own-county-service', '', { version: 999 })),
  'GET /service-terms': everybody(to('/service-terms')),
  'PUT /service-terms': county(
    ['coordinator'],
    to('/service-terms', { kind: 'skill', key: 'water-and-lights', name: words, position: 1 }),
  ),
  'DELETE /service-terms': county(['coordinator'], to('/service-terms', { kind: 'skill', key: 'nobody-has-it' })),
  'GET /limits': anywhere([...handlers, 'auditor', 'administrator'], to('/limits')),
  'PUT /limits': county(['coordinator', 'administrator'], to('/limits', limits)),
  'DELETE /limits': county(['coordinator', 'administrator'], to('/limits', { serviceId: null, level: 'village' })),
  'GET /consent': everybody(to('/consent')),
  'GET /volunteers': list(handlers, '/volunteers?limit=100', 'person'),
  'GET /volunteers/:id': atPlace(handlers, on('volunteers', 'person')),
  'POST /volunteers': atPlace(
    ['coordinator'],
    at(
      () => '/volunteers',
      (things) => ({ personId: things['person'], homePlaceId: things['place'], skills: [] }),
    ),
  ),
  'PATCH /volunteers/:id': atPlace(
    ['coordinator'],
    on('volunteers', 'person', '', { version: 999, skills: ['water-and-lights'] }),
  ),
  'POST /volunteers/:id/licence-claims': atPlace(
    nobody,
    on('volunteers', 'person', '/licence-claims', { licence: 'electrician', expiresOn: '2031-01-01' }),
  ),
  'GET /volunteers/:id/consents': atPlace(['coordinator'], on('volunteers', 'person', '/consents')),
  'POST /volunteers/:id/consents': atPlace(
    ['coordinator'],
    on('volunteers', 'person', '/consents', { purpose: 'minor', given: false }),
  ),
  'GET /licence-claims': anywhere(['coordinator'], to('/licence-claims')),
  'POST /licence-claims/:id/answers': atPlace(
    ['coordinator'],
    on('licence-claims', 'licence-claim', '/answers', { verdict: 'refused', reason: '看不清' }),
  ),
  'GET /age-bands': anywhere([...handlers, 'auditor', 'administrator'], to('/age-bands')),
  'PUT /age-bands': county(['coordinator', 'administrator'], to('/age-bands', { items: [anAge] })),
  'GET /orders/:id/exclusions': atPlace(handlers, on('orders', 'order', '/exclusions')),
  'POST /orders/:id/exclusions': atPlace(
    handlers,
    at(
      (things) => `/orders/${things['order']}/exclusions`,
      (things) => ({ personId: things['person'] }),
    ),
  ),
  'DELETE /orders/:id/exclusions/:exclusionId': {
    ...atPlace(handlers, on('orders', 'order', `/exclusions/${absent}`)),
    mayBeAbsent: true,
  },
  'POST /visits/:id/exclusions': atPlace(nobody, on('visits', 'visit', '/exclusions', {})),
  'GET /volunteers/:id/exclusions': atPlace(nobody, on('volunteers', 'person', '/exclusions')),
  'DELETE /volunteers/:id/exclusions/:exclusionId': atPlace(
    nobody,
    on('volunteers', 'person', `/exclusions/${absent}`),
  ),
  'GET /applications': list(handlers, '/applications?limit=100', 'application'),
  'POST /applications/:id/answers': atPlace(
    ['coordinator'],
    on('applications', 'application', '/answers', { verdict: 'taken-in', guardianAgreed: false }),
  ),
  'GET /gatherings': list(handlers, '/gatherings?limit=100', 'gathering'),
  'POST /gatherings': atPlace(
    handlers,
    at(
      () => '/gatherings',
      (things) => ({
        kind: 'meeting',
        topic: '每月例会',
        placeId: things['place'],
        startsAt: '2031-01-01T01:00:00.000Z',
        endsAt: '2031-01-01T02:00:00.000Z',
      }),
    ),
  ),
  'PATCH /gatherings/:id': atPlace(handlers, on('gatherings', 'gathering', '', { version: 1, room: '二楼' })),
  'POST /gatherings/:id/presences': atPlace(
    handlers,
    on('gatherings', 'gathering', '/presences', { personIds: [absent], present: true }),
  ),
  'GET /teams': anywhere([...handlers, 'team-leader', 'volunteer'], to('/teams')),
  'POST /teams': atPlace(
    ['coordinator'],
    at(
      () => '/teams',
      (things) => ({ name: words, placeId: things['place'] }),
    ),
  ),
  'PATCH /teams/:id': atPlace(['coordinator'], on('teams', 'team', '', { version: 1, skills: [] })),
  'GET /hours': signedIn(to('/hours')),
  'GET /hour-figures': signedIn(to('/hour-figures')),
  'POST /hours/:id/signatures': atPlace(nobody, to(`/hours/${absent}/signatures`, {})),
  'GET /hour-corrections': signedIn(to('/hour-corrections')),
  'POST /hour-corrections': atPlace(nobody, to('/hour-corrections', { hourId: absent, said: '少记了' })),
  'GET /hour-differences': signedIn(to('/hour-differences')),
  'POST /hour-differences/:id/answers': atPlace(nobody, to(`/hour-differences/${absent}/answers`, { agrees: true })),
  'POST /hour-differences/:id/decisions': atPlace(
    nobody,
    to(`/hour-differences/${absent}/decisions`, { minutes: 40, reason: '问过了' }),
  ),
  'POST /hour-corrections/:id/answers': atPlace(
    nobody,
    to(`/hour-corrections/${absent}/answers`, { verdict: 'kept', reason: '核过了' }),
  ),
  'GET /recording-units': signedIn(to('/recording-units')),
  'GET /certificate-requests': signedIn(to('/certificate-requests')),
  'POST /certificate-requests': anywhere(
    ['volunteer', 'team-leader'],
    to('/certificate-requests', { unitId: null, from: '2026-01-01', until: '2026-01-31' }),
    // Whoever leads a team and does not volunteer has no hours to ask for.
    { mayBeAbsent: true },
  ),
  'DELETE /certificate-requests/:id': atPlace(nobody, to(`/certificate-requests/${absent}`)),
  'POST /certificate-requests/:id/certificates': atPlace(
    nobody,
    to(`/certificate-requests/${absent}/certificates`, {}),
  ),
  'GET /certificates': signedIn(to('/certificates')),
  'GET /certificates/:id/paper': atPlace(nobody, to(`/certificates/${absent}/paper`)),
  'GET /certificates/:id/credential': atPlace(nobody, to(`/certificates/${absent}/credential`)),
  'POST /certificates/:id/revocations': atPlace(nobody, to(`/certificates/${absent}/revocations`, { reason: 'wrong' })),
  'GET /hour-samples': anywhere(
    ['coordinator', 'auditor'],
    to('/hour-samples?from=2026-01-01&until=2026-01-31&seed=one'),
  ),
  'GET /unusual-entries': anywhere(['coordinator', 'auditor'], to('/unusual-entries?from=2026-01-01&until=2026-01-31')),
  'GET /hour-exports': anywhere(['coordinator'], to('/hour-exports?from=2026-01-01&until=2026-01-31')),
  'POST /hour-reconciliations': anywhere(
    ['coordinator'],
    to('/hour-reconciliations', { from: '2026-01-01', until: '2026-01-31', rows: [] }),
  ),
  'GET /unrecorded-visits': anywhere(handlers, to('/unrecorded-visits')),
  'POST /hours/:id/reversals': atPlace(nobody, to(`/hours/${absent}/reversals`, { reason: '记错' })),
};
