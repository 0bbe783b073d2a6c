import { absent, words } from './bodies.ts';
import { at, atPlace, carers, county, list, nobody, on, signedIn, to } from './row.ts';
import type { Row } from './row.ts';

/** A program that a county has told what waits. */
const aHook = { kind: 'program', name: '值班屏', address: 'https://screen.example/notices', language: 'zh-CN' };
// Accounts and grants: administrators any; coordinators and station keepers those of their volunteers; slips need a second of the house.
export const administration: Record<string, Row> = {
  'GET /roles': signedIn(to('/roles')),
  'GET /grants': list([...carers, 'auditor', 'chief-editor', 'section-head'], '/grants?limit=100', 'grant'),
  'POST /grants': atPlace(
    carers,
    at(
      () => '/grants',
      (things) => ({ personId: things['newcomer'], role: 'volunteer', placeId: things['place'] }),
    ),
  ),
  'DELETE /grants/:id': atPlace(carers, on('grants', 'fresh-grant')),
  'GET /api-keys': county(['administrator', 'chief-editor', 'auditor'], to('/api-keys')),
  'POST /api-keys': county(
    ['administrator', 'chief-editor'],
    to('/api-keys', { owner: '省图书馆', purpose: '收藏', perMinute: 600 }),
  ),
  'DELETE /api-keys/:id': county(['administrator', 'chief-editor'], on('api-keys', 'api-key')),
  'GET /notice-hooks': list(['administrator', 'chief-editor', 'coordinator'], '/notice-hooks', 'notice-hook'),
  'POST /notice-hooks': atPlace(
    ['administrator', 'chief-editor', 'coordinator'],
    at(
      () => '/notice-hooks',
      (things) => ({ ...aHook, placeId: things['place'], duties: ['orders'] }),
    ),
  ),
  'POST /notice-hooks/:id/tests': atPlace(
    ['administrator', 'chief-editor', 'coordinator'],
    on('notice-hooks', 'notice-hook', '/tests', {}),
  ),
  'DELETE /notice-hooks/:id': atPlace(
    ['administrator', 'chief-editor', 'coordinator'],
    on('notice-hooks', 'fresh-notice-hook'),
  ),
  'GET /me/notice-hooks': signedIn(to('/me/notice-hooks')),
  'POST /me/notice-hooks': signedIn(to('/me/notice-hooks', aHook)),
  'POST /me/notice-hooks/:id/tests': atPlace(nobody, to(`/me/notice-hooks/${absent}/tests`, {})),
  'DELETE /me/notice-hooks/:id': atPlace(nobody, to(`/me/notice-hooks/${absent}`)),
  'GET /units': signedIn(to('/units')),
  'POST /units': atPlace(
    ['administrator', 'coordinator'],
    at(
      () => '/units',
      (things) => ({ kind: 'team', placeId: things['place'], name: words }),
    ),
  ),
  'PATCH /units/:id': atPlace(['administrator', 'coordinator'], on('units', 'unit', '', { name: words })),
  'GET /people/:id/account': atPlace(carers, on('people', 'person', '/account')),
  'PATCH /people/:id/account': atPlace(['administrator'], on('people', 'person', '/account', { closed: false })),
  'POST /people/:id/invitations': atPlace(carers, on('people', 'newcomer', '/invitations')),
  'DELETE /people/:id/invitations': atPlace(carers, on('people', 'newcomer', '/invitations')),
  // A slip that waits for a second person is for the chief editor too; this one does not wait.
  'GET /reset-slips': list(['administrator', 'station-keeper'], '/reset-slips', 'slip'),
  'POST /people/:id/reset-slips': atPlace(
    ['administrator', 'station-keeper'],
    on('people', 'newcomer', '/reset-slips'),
  ),
  'POST /reset-slips/:id/confirmations': atPlace(
    ['administrator', 'chief-editor', 'station-keeper'],
    on('reset-slips', 'slip', '/confirmations'),
  ),
  'DELETE /reset-slips/:id': atPlace(['administrator', 'station-keeper'], on('reset-slips', 'fresh-slip')),
  'GET /people/:id/data': atPlace(['administrator'], on('people', 'person', '/data')),
  'DELETE /people/:id/data': atPlace(['administrator'], on('people', 'person', '/data', { name: 'not this name' })),
};
