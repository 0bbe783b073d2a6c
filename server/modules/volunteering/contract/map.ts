import { z } from 'zod';
import { groundMap, placeLine, words } from '#places/contract';
import { orderQuery } from './order.ts';

/** Kilometres east and north, as the county's list of places says. */
export const spot = z.tuple([z.number(), z.number()]);

/** What is drawn under a map. */
export const mapGround = z.strictObject({
  /** The county's tiles; null: it is a plain drawing. */
  ground: groundMap.nullable(),
  /** The places next below. */
  landmarks: z.array(z.strictObject({ id: z.uuid(), name: words, at: spot })),
});
export type MapGround = z.infer<typeof mapGround>;

/** `GET /order-map`: which of the open orders are meant. */
export const orderMapQuery = orderQuery.pick({
  placeId: true,
  serviceId: true,
  state: true,
  overdue: true,
  today: true,
});
export type OrderMapQuery = z.output<typeof orderMapQuery>;

/** Where the open orders are: villages and towns with how many there are, the fullest first. No order stands in it by itself, no name and no address. */
export const orderMap = mapGround.extend({
  spots: z.array(
    z.strictObject({
      place: placeLine,
      /** Null where nobody said where it lies. */
      at: spot.nullable(),
      orders: z.int(),
      /** Past the time within which the present step should be done. */
      late: z.int(),
    }),
  ),
  total: z.int(),
});
export type OrderMap = z.infer<typeof orderMap>;
