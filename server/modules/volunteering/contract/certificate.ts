import { z } from 'zod';
import { day, words } from '#places/contract';
import { hourSums } from './hours.ts';
import { cursor, limit } from './words.ts';

/** A unit that recorded hours; `id` null: the county's own centre. */
const unit = z.strictObject({ id: z.uuid().nullable(), name: words });

/** A unit that could be asked for a certificate, with what it recorded. */
export const recordingUnit = z.strictObject({
  unit,
  firstOn: day,
  lastOn: day,
  sums: hourSums,
  /** Asked for and not issued yet. */
  asked: z.boolean(),
  /** The request that waits, which can be withdrawn. */
  requestId: z.uuid().nullable(),
});
export type RecordingUnit = z.infer<typeof recordingUnit>;
export const recordingUnitList = z.strictObject({ items: z.array(recordingUnit), total: z.int() });

export const newCertificateRequest = z.strictObject({ unitId: z.uuid().nullable(), from: day, until: day });
export type NewCertificateRequest = z.output<typeof newCertificateRequest>;
export const certificateRequestLine = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  unit,
  from: day,
  until: day,
  askedAt: z.iso.datetime(),
  abilities: z.array(z.string()),
});
export type CertificateRequestLine = z.infer<typeof certificateRequestLine>;
export const certificateRequestList = z.strictObject({ items: z.array(certificateRequestLine), total: z.int() });

/** One service in a certificate (办法 art. 15). */
export const certifiedService = z.strictObject({
  hourId: z.uuid(),
  on: day,
  service: words,
  minutes: z.int(),
  evidence: z.enum(['witnessed', 'device-timed', 'organiser-attested', 'typed-in-later']),
});
export type CertifiedService = z.infer<typeof certifiedService>;

/** What a certificate says; no name, no identity number. */
export const certificateFacts = z.strictObject({
  volunteerNumber: z.string(),
  unit,
  phone: z.string(),
  sums: hourSums,
  services: z.array(certifiedService),
  /** Entries that the national system has, of how many. */
  national: z.strictObject({ matched: z.int(), of: z.int() }),
});
export type CertificateFacts = z.infer<typeof certificateFacts>;

export const certificateView = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  from: day,
  until: day,
  facts: certificateFacts,
  handler: z.string(),
  issuedAt: z.iso.datetime(),
  state: z.enum(['valid', 'revoked']),
  revokedAt: z.iso.datetime().nullable(),
  revokedFor: z.enum(['hours-amended', 'wrong', 'asked']).nullable(),
  /** Number of the certificate that took its place. */
  replacedBy: z.string().nullable(),
  replaces: z.string().nullable(),
  /** An entry in it was taken back since. */
  outdated: z.boolean(),
  /** Address of the page that checks it, the claim behind the #. */
  mark: z.string(),
  abilities: z.array(z.string()),
});
export type CertificateView = z.infer<typeof certificateView>;
export const certificateQuery = z.strictObject({
  mine: z.stringbool().optional(),
  q: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  cursor,
  limit,
});
export type CertificateQuery = z.output<typeof certificateQuery>;
export const certificateList = z.strictObject({
  items: z.array(certificateView),
  next: z.string().nullable(),
  total: z.int(),
});
export const revocation = z.strictObject({
  reason: z.enum(['hours-amended', 'wrong', 'asked']),
  /** Issue it anew at once, by what the ledger says now. */
  again: z.boolean().default(false),
});
export type Revocation = z.output<typeof revocation>;
/** How much a certificate shows of itself: all, or the sum alone; with the name or without. */
export const certificateForm = z.strictObject({
  form: z.enum(['whole', 'total']).default('whole'),
  named: z.stringbool().default(true),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
export type CertificateForm = z.output<typeof certificateForm>;

/** The entries of a period, for the national system. */
export const hourExportQuery = z.strictObject({ unitId: z.uuid().optional(), from: day, until: day });
export type HourExportQuery = z.output<typeof hourExportQuery>;
/** What the national system answered, row by row: our entry, its number there, the minutes it holds. */
export const reconciliation = z.strictObject({
  unitId: z.uuid().optional(),
  from: day,
  until: day,
  rows: z
    .array(
      z.strictObject({
        hourId: z.uuid(),
        reference: z.string().trim().min(1).max(80),
        minutes: z.int().min(0).max(1_440),
      }),
    )
    .max(2_000),
});
export type Reconciliation = z.output<typeof reconciliation>;
const reconciled = z.strictObject({
  hourId: z.uuid(),
  number: z.string(),
  service: words,
  minutes: z.int(),
  theirs: z.int().nullable(),
  reference: z.string(),
});
export const reconciliationResult = z.strictObject({
  matched: z.int(),
  /** Other minutes there than here. */
  differing: z.array(reconciled),
  /** Of the period, here and not in the answer. */
  missing: z.array(reconciled),
  /** In the answer, and not ours or not counting. */
  unknown: z.array(z.strictObject({ hourId: z.uuid(), reference: z.string() })),
});
export type ReconciliationResult = z.infer<typeof reconciliationResult>;
