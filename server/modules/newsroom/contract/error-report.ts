import { z } from 'zod';

const moment = z.iso.datetime();

/** What a reader reported. `contact` is shown to those who deal with it. */
export const errorReportView = z.strictObject({
  id: z.uuid(),
  storyId: z.uuid(),
  storyTitle: z.string(),
  editionId: z.uuid(),
  state: z.enum(['new', 'taken', 'dismissed']),
  words: z.string(),
  quote: z.string(),
  contact: z.string().nullable(),
  /** The honeypot was filled: please check whether a person wrote it. */
  suspect: z.boolean(),
  /** Of one that was opened again, what had been answered before. */
  answer: z.string().nullable(),
  dueAt: moment,
  at: moment,
  abilities: z.array(z.string()),
});
export type ErrorReportView = z.infer<typeof errorReportView>;
export const errorReportListQuery = z.strictObject({
  state: z.enum(['new', 'taken', 'dismissed']).optional(),
  story: z.uuid().optional(),
  id: z.uuid().optional(),
  suspect: z.enum(['true', 'false']).optional(),
  /** In the reader's words or the story's headline. */
  q: z.string().trim().min(1).max(100).optional(),
  /** About stories of this place or below it. */
  place: z.uuid().optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ErrorReportListQuery = z.output<typeof errorReportListQuery>;
export const errorReportListView = z.strictObject({ items: z.array(errorReportView), next: z.uuid().nullable() });
export const errorReportParams = z.strictObject({ id: z.uuid() });
/** `POST /error-reports/:id/dismissals`. */
export const dismissalRequest = z.strictObject({ answer: z.string().trim().min(1).max(1000) });
/** `POST /error-reports/:id/corrections`: one click; the note may be sharpened before the correction is published. */
export const reportCorrectionRequest = z.strictObject({ note: z.string().trim().min(1).max(300).optional() });

/** What the public form sends; `website` is the honeypot. */
export const errorReportForm = z.strictObject({
  what: z.string().trim().min(1).max(1000),
  quote: z.string().trim().max(500).default(''),
  contact: z.string().trim().max(120).default(''),
  website: z.string().max(500).default(''),
});
export type ErrorReportForm = z.output<typeof errorReportForm>;
