import { absent, station } from './bodies.ts';
import { at, atPlace, on, signedIn, to } from './row.ts';
import type { Row } from './row.ts';

export const stations: Record<string, Row> = {
  'GET /stations': signedIn(to('/stations')),
  'GET /stations/:id': signedIn(on('stations', 'own-county-station')),
  'POST /stations': atPlace(
    ['coordinator', 'administrator'],
    at(() => '/stations', station),
  ),
  'PATCH /stations/:id': atPlace(
    ['coordinator', 'station-keeper', 'administrator'],
    on('stations', 'station', '', { version: 999 }),
  ),
  'GET /stations/:id/kiosks': atPlace(
    ['coordinator', 'station-keeper', 'administrator'],
    on('stations', 'station', '/kiosks'),
  ),
  'POST /stations/:id/kiosks': atPlace(
    ['coordinator', 'station-keeper', 'administrator'],
    on('stations', 'station', '/kiosks', { name: '门口' }),
  ),
  'DELETE /stations/:id/kiosks/:kioskId': {
    ...atPlace(['coordinator', 'station-keeper', 'administrator'], on('stations', 'station', `/kiosks/${absent}`)),
    mayBeAbsent: true,
  },
  'GET /stations/:id/computers': atPlace(
    ['coordinator', 'station-keeper', 'administrator'],
    on('stations', 'station', '/computers'),
  ),
  'POST /stations/:id/computers': atPlace(
    ['coordinator', 'station-keeper', 'administrator'],
    on('stations', 'station', '/computers', { name: '柜台' }),
  ),
  'DELETE /stations/:id/computers/:computerId': {
    ...atPlace(['coordinator', 'station-keeper', 'administrator'], on('stations', 'station', `/computers/${absent}`)),
    mayBeAbsent: true,
  },
};
