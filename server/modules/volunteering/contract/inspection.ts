import { z } from 'zod';
import { day, words } from '#places/contract';

/** A sample of the ledger for an authority (办法 art. 21): the same seed, days and place give the same entries, for whoever has the ledger. */
export const sampleQuery = z.strictObject({
  from: day,
  until: day,
  placeId: z.uuid().optional(),
  size: z.coerce.number().int().min(1).max(500).default(50),
  seed: z.string().trim().min(1).max(80),
});
export type SampleQuery = z.output<typeof sampleQuery>;
export const sampleEntry = z.strictObject({
  hourId: z.uuid(),
  /** The volunteer's number; no name leaves the ledger in a sample. */
  number: z.string(),
  unit: words,
  placeId: z.uuid(),
  service: words,
  minutes: z.int(),
  evidence: z.enum(['witnessed', 'device-timed', 'organiser-attested', 'typed-in-later']),
  counts: z.boolean(),
  happenedAt: z.iso.datetime(),
  enteredAt: z.iso.datetime(),
  rowHash: z.string(),
});
export type SampleEntry = z.infer<typeof sampleEntry>;
export const hourSample = z.strictObject({
  seed: z.string(),
  from: day,
  until: day,
  /** Entries from which it was drawn. */
  population: z.int(),
  items: z.array(sampleEntry),
  total: z.int(),
});
export type HourSample = z.infer<typeof hourSample>;

/** What is unusual about how a unit entered hours; it says nothing of any volunteer. */
export const unusualEntries = z.strictObject({
  unit: z.strictObject({ id: z.uuid().nullable(), name: words }),
  /** `burst`: one hand entered ten hours or more within two minutes. `day`: one hand entered fifty hours or more within a day. */
  kind: z.enum(['burst', 'day']),
  fromAt: z.iso.datetime(),
  untilAt: z.iso.datetime(),
  entries: z.int(),
  minutes: z.int(),
});
export type UnusualEntries = z.infer<typeof unusualEntries>;
export const unusualQuery = z.strictObject({ from: day, until: day, placeId: z.uuid().optional() });
export type UnusualQuery = z.output<typeof unusualQuery>;
export const unusualList = z.strictObject({ items: z.array(unusualEntries), total: z.int() });
