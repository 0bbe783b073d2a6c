import { z } from 'zod';

/** A text in the languages of the county; at least one of them. */
export const words = z
  .strictObject({
    'zh-CN': z.string().trim().min(1).max(120).optional(),
    en: z.string().trim().min(1).max(120).optional(),
  })
  .refine((value) => value['zh-CN'] !== undefined || value.en !== undefined, { params: { code: 'required' } });

/** Where something is, in degrees of WGS 84, as satellite receivers tell them; maps made in China show others, some hundred metres off. Five decimals are a metre. */
export const degrees = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
export type Degrees = z.infer<typeof degrees>;

/** Where tiles of 256 pixels of the web's Mercator grid are read: https, or http on this machine alone, with `{z}`, `{x}` and `{y}`; empty: none. */
const tileAddress = z
  .string()
  .trim()
  .max(500)
  .regex(
    /^(?:(?:https:\/\/[a-z0-9.-]+|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?\/(?=\S*\{z\})(?=\S*\{x\})(?=\S*\{y\})[^\s"'<>\\^`|]+)?$/i,
    'expected:tile-address',
  );

/** 地图底图: the drawn ground under the county's maps. Without tiles or origin maps are plain drawings. */
export const groundMap = z.strictObject({
  tiles: tileAddress,
  /** Names, drawn over the tiles where they come by themselves. */
  labels: tileAddress,
  /** Who made the map, and in China its number (审图号). */
  attribution: z.string().trim().max(200),
  /** Where the kilometres of the county's list of places are counted from. */
  origin: degrees.nullable(),
});
export type GroundMap = z.infer<typeof groundMap>;

/** Whom to call in danger, as people dial it, and what answers there. */
const emergency = z.strictObject({
  number: z
    .string()
    .trim()
    .regex(/^\+?[0-9]{2,15}$/, 'expected:phone'),
  name: words,
});
/** 危急时打的号码, in the order of a form; never none. */
export const emergencies = z
  .array(emergency)
  .min(1)
  .max(8)
  .refine((all) => new Set(all.map(({ number }) => number)).size === all.length, { params: { code: 'taken' } });

/** A level of places: how lists and records know it, and what people call it. */
const placeLevel = z.strictObject({
  level: z
    .string()
    .trim()
    .regex(/^[a-z][a-z-]{1,30}$/, 'expected:slug'),
  name: words,
});
/** 各级的叫法, from the top. */
export const placeLevels = z
  .array(placeLevel)
  .min(1)
  .max(8)
  .refine((all) => new Set(all.map(({ level }) => level)).size === all.length, { params: { code: 'taken' } });

/** A calendar day, YYYY-MM-DD, of the years 1000 to 9999. */
export const day = z.iso
  .date()
  .refine((text) => text >= '1000-01-01', { params: { code: 'invalid_format', expected: 'date' } });

/** A period of whole days in the county's zone, both included; at most about two years. Left out: up to today, as far back as the figures usually go. */
export const period = z.strictObject({ from: day.optional(), until: day.optional() });
export type Period = z.output<typeof period>;

/** A place in lists and trees, in order of position. */
export const placeLine = z.strictObject({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  /** Word for addresses: division code, else local code. */
  code: z.string(),
  level: z.string(),
  depth: z.int(),
  name: words,
  validFrom: day,
  validTo: day.nullable(),
});
export type PlaceLine = z.infer<typeof placeLine>;

/** A place with all its facts. `path` leads from the root to its parent. */
export const placeView = z.strictObject({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  code: z.string().nullable(),
  localCode: z.string().nullable(),
  level: z.string(),
  /** The level in the reader's language. */
  levelName: z.string(),
  depth: z.int(),
  name: words,
  validFrom: day,
  validTo: day.nullable(),
  xKm: z.number().nullable(),
  yKm: z.number().nullable(),
  population: z.int().nullable(),
  path: z.array(placeLine),
  children: z.array(placeLine),
  revision: z.int(),
  abilities: z.array(z.string()),
});
export type PlaceView = z.infer<typeof placeView>;

const text = (maximum: number) => z.string().trim().min(1).max(maximum);
/** Division code in the style of GB/T 2260 and GB/T 10114; which lengths are right is said by the country pack. */
export const divisionCode = z.string().regex(/^[0-9]{2,12}$/, 'expected:division-code');
export const localCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,30}$/, 'expected:local-code');
/** So many signs the code of a place has at most, whichever it is. */
export const longestPlaceCode = 31;
const facts = {
  xKm: z.number().min(-2_000).max(2_000).nullish(),
  yKm: z.number().min(-2_000).max(2_000).nullish(),
  population: z.int().min(0).max(200_000_000).nullish(),
};

export const placeQuery = z.strictObject({
  /** Part of a name in any language, or the beginning of a code. */
  search: z.string().trim().max(60).optional(),
  /** This place and all below it. */
  below: z.uuid().optional(),
  level: z.string().max(31).optional(),
  /** Also places that are no more, or not yet. */
  ended: z.enum(['true', 'false']).default('false'),
});
export type PlaceQuery = z.infer<typeof placeQuery>;

const step = z.strictObject({
  /** At the head of a service. */
  service: z.string(),
  /** As a kind of station. */
  station: z.string(),
});

/** Places in order of position: parents before children, so that the list is the tree. */
export const placeList = z.strictObject({
  items: z.array(placeLine),
  revision: z.int(),
  levels: z.array(z.strictObject({ level: z.string(), name: z.string() })),
  /** What this county calls the three steps of help, in the reader's language. */
  steps: z.strictObject({ county: step, town: step, village: step }),
  abilities: z.array(z.string()),
});
export type PlaceList = z.infer<typeof placeList>;

export const newPlaceRequest = z
  .strictObject({
    parentId: z.uuid(),
    level: text(31),
    code: divisionCode.nullish(),
    localCode: localCode.nullish(),
    name: words,
    validFrom: day,
    ...facts,
  })
  .refine((place) => Boolean(place.code ?? place.localCode), { path: ['code'], params: { code: 'required' } });
export type NewPlaceRequest = z.infer<typeof newPlaceRequest>;

/** A change; what is left out stays. `revision` is that of the tree that was read. */
export const placeChangeRequest = z.strictObject({
  revision: z.int(),
  name: words.optional(),
  code: divisionCode.nullish(),
  localCode: localCode.nullish(),
  ...facts,
});
export type PlaceChangeRequest = z.infer<typeof placeChangeRequest>;

/** A move, where the place gets a new code with it; left out, it keeps the one it has. */
export const placeMoveRequest = z.strictObject({
  revision: z.int(),
  parentId: z.uuid(),
  code: divisionCode.nullish(),
  localCode: localCode.nullish(),
  reason: text(300),
});
export type PlaceMoveRequest = z.infer<typeof placeMoveRequest>;

/** From that day on the place is no more. Its children must have ended, or be moved, before. */
export const placeEndRequest = z.strictObject({ revision: z.int(), validTo: day, reason: text(300) });
export type PlaceEndRequest = z.infer<typeof placeEndRequest>;
