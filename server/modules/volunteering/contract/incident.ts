import { z } from 'zod';
import { placeLine, words } from '#places/contract';
import { cursor, happenedAt, limit } from './words.ts';

export const incidentKind = z.enum(['unwell', 'accident', 'threat', 'neglect', 'property', 'other']);

/** Something went wrong at a visit. It is told to the safeguarding officers alone. */
export const newIncident = z.strictObject({
  kind: incidentKind,
  said: z.string().trim().min(1).max(2_000),
  /** Somebody may still be in danger. */
  urgent: z.boolean().default(false),
  happenedAt,
});
export type NewIncident = z.input<typeof newIncident>;

/** A report in a list: its words are read by opening it. */
export const incidentLine = z.strictObject({
  id: z.uuid(),
  kind: incidentKind,
  urgent: z.boolean(),
  service: words,
  place: placeLine,
  happenedAt: z.iso.datetime(),
  enteredAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
export type IncidentLine = z.infer<typeof incidentLine>;
export const incidentView = incidentLine.extend({
  said: z.string(),
  reportedByName: z.string(),
  /** Who went to the visit. */
  helperNames: z.array(z.string()),
  notes: z.array(z.strictObject({ said: z.string(), byName: z.string(), at: z.iso.datetime() })),
  abilities: z.array(z.string()),
});
export type IncidentView = z.infer<typeof incidentView>;
export const incidentQuery = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  kind: incidentKind.optional(),
  placeId: z.uuid().optional(),
  /** Words of the service's name. */
  q: z.string().max(60).optional(),
  /** `urgent`: where somebody is still in danger first, then the oldest. */
  sort: z.enum(['urgent', 'oldest', 'newest']).default('urgent'),
  cursor,
  limit,
});
export type IncidentQuery = z.output<typeof incidentQuery>;
export const incidentList = z.strictObject({
  items: z.array(incidentLine),
  next: z.string().nullable(),
  total: z.int(),
});
export const incidentNote = z.strictObject({ said: z.string().trim().min(1).max(2_000) });
