import { z } from 'zod';
import { materialViewShape } from '#media/contract';

/** The largest film of a telephone that is taken: about a quarter of an hour. */
export const largestFilmBytes = 2 * 1024 ** 3;

/** What was filmed beside a story. Its bytes come as an upload whose fingerprint is `film:<id>`. */
export const filmView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  bytes: z.int(),
  /** Null where the telephone could not tell. */
  seconds: z.int().nullable(),
  sentBy: z.strictObject({ id: z.uuid(), name: z.string() }),
  toldAt: z.iso.datetime(),
  /** coming: not all of it is here, `arrived` of its bytes are; here: it is in the library; refused: nothing could be made of it, `refusal` says why. */
  state: z.enum(['coming', 'here', 'refused']),
  arrived: z.int(),
  refusal: z.string().nullable(),
  /** What the library says of it, with its poster and what can be played; null until it is here. */
  material: materialViewShape.nullable(),
  /** Whether the asker may take it from the story. */
  mayRemove: z.boolean(),
});
export type FilmView = z.infer<typeof filmView>;
/** In the order in which they were told. */
export const filmListView = z.strictObject({ items: z.array(filmView) });
export type FilmListView = z.infer<typeof filmListView>;
export const filmParams = z.strictObject({ id: z.uuid(), filmId: z.uuid() });
/** `POST /stories/:id/films`: a film will follow. */
export const filmTold = z.strictObject({
  /** Made on the device that holds it. */
  id: z.uuid(),
  name: z.string().trim().min(1).max(200),
  bytes: z.int().min(1).max(largestFilmBytes),
  seconds: z.int().min(0).max(7_200).nullable(),
});
export type FilmTold = z.infer<typeof filmTold>;
