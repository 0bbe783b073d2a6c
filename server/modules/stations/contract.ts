import { z } from 'zod';
import { degrees, placeLine, words } from '#places/contract';

/** A stretch of a week: ISO weekdays (1 is Monday), times of the county's day. */
export const weekWindow = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected:clock'),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected:clock'),
});
export type WeekWindow = z.infer<typeof weekWindow>;

/** 中心, 所, 站. */
export const stationLevel = z.enum(['county', 'town', 'village']);
export type StationLevel = z.infer<typeof stationLevel>;

const address = z.strictObject({
  'zh-CN': z.string().trim().max(200).optional(),
  en: z.string().trim().max(200).optional(),
});

/** What a station is made from. */
export const newStation = z.strictObject({
  level: stationLevel,
  placeId: z.uuid(),
  name: words,
  phone: z.string().trim().min(3).max(30),
  address: address.optional(),
  openingHours: z.array(weekWindow).max(20).optional(),
  keeperId: z.uuid().nullable().optional(),
  /** Further places it serves, each with all below it. */
  alsoServes: z.array(z.uuid()).max(50).optional(),
  /** Null: nobody noted where it is. */
  degrees: degrees.nullable().optional(),
});
export type NewStation = z.infer<typeof newStation>;

/** What of a station may be changed; what is left out stays. */
export const stationChange = newStation
  .omit({ level: true, placeId: true })
  .partial()
  .extend({ version: z.int(), closed: z.boolean().optional() });
export type StationChange = z.infer<typeof stationChange>;

/** A station as screens show it. */
export const stationView = z.strictObject({
  id: z.uuid(),
  level: stationLevel,
  place: placeLine,
  name: words,
  phone: z.string(),
  address,
  openingHours: z.array(weekWindow),
  keeperId: z.uuid().nullable(),
  keeperName: z.string().nullable(),
  /** Its own place first. */
  serves: z.array(placeLine),
  degrees: degrees.nullable(),
  closed: z.boolean(),
  version: z.int(),
  abilities: z.array(z.string()),
});
export type StationView = z.infer<typeof stationView>;

export const stationList = z.strictObject({ items: z.array(stationView), total: z.int() });

/** A screen of the station at which residents order. */
export const newKiosk = z.strictObject({ name: z.string().trim().min(1).max(60) });
export type NewKiosk = z.infer<typeof newKiosk>;

/** One of them; `startedAt` null: its link was not opened yet. */
export const kioskLine = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  registeredAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
});

export const kioskList = z.strictObject({ items: z.array(kioskLine), total: z.int() });
export type KioskList = z.infer<typeof kioskList>;

/** The link to open on the screen, once, until then (real time). */
export const registeredKiosk = z.strictObject({
  kiosk: kioskLine,
  href: z.string(),
  until: z.iso.datetime(),
  qr: z.strictObject({ path: z.string(), size: z.int() }),
});
export type RegisteredKiosk = z.infer<typeof registeredKiosk>;
