import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  newPlaceRequest,
  placeChangeRequest,
  placeEndRequest,
  placeList,
  placeMoveRequest,
  placeQuery,
  placeView,
} from '../contract.ts';
import { changePlace } from '../place/change-place.ts';
import { createPlace } from '../place/create-place.ts';
import { endPlace } from '../place/end-place.ts';
import { movePlace } from '../place/move-place.ts';
import { listPlaces, seePlace } from '../place/see-places.ts';

const id = z.strictObject({ id: z.uuid() });

/** Places. */
export const placeRoutes = [
  route({
    method: 'GET',
    path: '/places',
    ability: 'place.see',
    summary: 'The tree of places, as a list in order of position.',
    query: placeQuery,
    answer: placeList,
    handle: ({ ctx, actor, query }) => listPlaces(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/places/:id',
    ability: 'place.see',
    summary: 'One place, by its id or code.',
    params: z.strictObject({ id: z.string().min(1).max(40) }),
    answer: placeView,
    handle: ({ ctx, actor, params }) => seePlace(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/places',
    ability: 'place.create',
    summary: 'Add a place.',
    body: newPlaceRequest,
    answer: placeView,
    refuses: ['LevelNotBelow', 'CodeTaken', 'CodeNotUnderstood', 'PlaceEnded'],
    handle: ({ ctx, actor, body }) => createPlace(ctx, actor, body),
  }),
  route({
    method: 'PATCH',
    path: '/places/:id',
    ability: 'place.change',
    summary: 'Rename a place, or change its codes and facts.',
    params: id,
    body: placeChangeRequest,
    answer: placeView,
    refuses: ['CodeTaken', 'CodeNotUnderstood'],
    handle: ({ ctx, actor, params, body }) => changePlace(ctx, actor, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/places/:id/moves',
    ability: 'place.move',
    summary: 'Move a place with all below it under another.',
    params: id,
    body: placeMoveRequest,
    answer: placeView,
    refuses: ['PlaceInItself', 'LevelNotBelow', 'PlaceEnded'],
    handle: ({ ctx, actor, params, body }) => movePlace(ctx, actor, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/places/:id/endings',
    ability: 'place.end',
    summary: 'Say that a place is no more from a day on.',
    params: id,
    body: placeEndRequest,
    answer: placeView,
    refuses: ['PlaceHasChildren', 'PlaceEnded', 'DayWrong'],
    handle: ({ ctx, actor, params, body }) => endPlace(ctx, actor, params.id, body),
  }),
];
