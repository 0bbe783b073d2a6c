import { words } from './bodies.ts';
import { at, atPlace, everybody, on, to } from './row.ts';
import type { Row } from './row.ts';

export const places: Record<string, Row> = {
  'GET /places': everybody(to('/places')),
  'GET /places/:id': everybody(on('places', 'place')),
  'POST /places': atPlace(
    ['administrator'],
    at(
      () => '/places',
      (things) => ({ parentId: things['place'], level: 'village', name: words, validFrom: '2026-01-01', code: '12' }),
    ),
  ),
  'PATCH /places/:id': atPlace(['administrator'], on('places', 'place', '', { revision: 999 })),
  'POST /places/:id/moves': atPlace(
    ['administrator'],
    at(
      (things) => `/places/${things['place']}/moves`,
      (things) => ({ revision: 999, parentId: things['place'], reason: '并村' }),
    ),
  ),
  'POST /places/:id/endings': atPlace(
    ['administrator'],
    on('places', 'place', '/endings', { revision: 999, validTo: '2030-01-01', reason: '撤村' }),
  ),
};
