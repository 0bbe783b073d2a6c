import { z } from 'zod';

/** A list of the console, as its page names it: `stories`, `orders`. */
const list = z
  .string()
  .regex(/^[a-z][a-z-]*$/, 'expected:slug')
  .max(40);
const name = z.string().trim().min(1).max(24);
/** The query of a list's address. */
const search = z
  .string()
  .max(2_000)
  .regex(/^[\x21-\x7e]*$/, 'expected:query');
/** Whom a view is for besides its owner: the colleagues of a place (there, above and below), or those of a unit. */
const audience = z.strictObject({ placeId: z.uuid(), unitId: z.uuid().nullable().default(null) });

export const viewParams = z.strictObject({ id: z.uuid() });
export const viewQuery = z.strictObject({ list });
/** A view to keep; `POST /views`. `audience` null: for oneself. */
export const newView = z.strictObject({ list, name, search, audience: audience.nullable().default(null) });
export type NewView = z.output<typeof newView>;
/** `PATCH /views/:id`: only what is named changes, on the version that was seen. */
export const viewChange = z.strictObject({
  version: z.int().min(1),
  name: name.optional(),
  search: search.optional(),
  audience: audience.nullable().optional(),
});
export type ViewChange = z.output<typeof viewChange>;
/** `PUT /first-views`: with which view a list opens; null: with none. */
export const firstView = z.strictObject({ list, viewId: z.uuid().nullable() });

const audienceView = z.strictObject({ placeId: z.uuid(), unitId: z.uuid().nullable(), name: z.string() });
/** A kept view as its list shows it. */
export const savedView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  search: z.string(),
  owner: z.strictObject({ id: z.uuid(), name: z.string() }),
  /** Null: for its owner alone. */
  audience: audienceView.nullable(),
  /** The list opens with it for the asker. */
  isFirst: z.boolean(),
  mayChange: z.boolean(),
  version: z.int(),
});
export type SavedView = z.infer<typeof savedView>;
/** The views of a list that the asker has: own ones first, then shared ones, by name; and with whom they could share one. */
export const viewList = z.strictObject({ items: z.array(savedView), audiences: z.array(audienceView) });
export type ViewList = z.infer<typeof viewList>;
