import { z } from 'zod';
import { route } from '#platform/http/route';
import { found } from '#platform/refuse';
import {
  kioskList,
  newKiosk,
  newStation,
  registeredKiosk,
  stationChange,
  stationList,
  stationView,
} from '../contract.ts';
import { endKiosk } from '../kiosk/end-kiosk.ts';
import { listKiosks } from '../kiosk/kiosk-list.ts';
import { registerKiosk } from '../kiosk/register-kiosk.ts';
import { changeStation } from '../station/change-station.ts';
import { openStation } from '../station/open-station.ts';
import { stationById, stationsOf } from '../station/station-queries.ts';
import { stationViews } from '../station/station-view.ts';

const params = z.strictObject({ id: z.uuid() });

/** The county's stations. */
export const stationRoutes = [
  route({
    method: 'GET',
    path: '/stations',
    ability: 'station.list',
    summary: 'All open stations in order of their places.',
    answer: stationList,
    handle: ({ ctx, actor }) =>
      ctx.transaction(async (tx) => {
        const items = await stationViews(tx, actor, await stationsOf(tx));
        return { items, total: items.length };
      }),
  }),
  route({
    method: 'GET',
    path: '/stations/:id',
    ability: 'station.list',
    summary: 'One station.',
    params,
    answer: stationView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id } }) =>
      ctx.transaction(async (tx) => found((await stationViews(tx, actor, [found(await stationById(tx, id))]))[0])),
  }),
  route({
    method: 'POST',
    path: '/stations',
    ability: 'station.open',
    summary: 'Opens a station.',
    body: newStation,
    answer: stationView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, body }) => openStation(ctx, actor, body),
  }),
  route({
    method: 'PATCH',
    path: '/stations/:id',
    ability: 'station.change',
    summary: 'Changes or closes a station.',
    params,
    body: stationChange,
    answer: stationView,
    refuses: ['NotFound', 'StaleVersion'],
    handle: ({ ctx, actor, params: { id }, body }) => changeStation(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/stations/:id/kiosks',
    ability: 'station.change',
    summary: 'The screens of a station at which residents order.',
    params,
    answer: kioskList,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id } }) => listKiosks(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/stations/:id/kiosks',
    ability: 'station.change',
    summary: 'Registers a screen of the station; answers the link to open on it, once.',
    params,
    body: newKiosk,
    answer: registeredKiosk,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id }, body }) => registerKiosk(ctx, actor, id, body),
  }),
  route({
    method: 'DELETE',
    path: '/stations/:id/kiosks/:kioskId',
    ability: 'station.change',
    summary: 'The screen is the station’s no more.',
    params: z.strictObject({ id: z.uuid(), kioskId: z.uuid() }),
    answer: kioskList,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id, kioskId } }) => endKiosk(ctx, actor, id, kioskId),
  }),
];
