import { z } from 'zod';

/** One act on record. Who is an id with a kind; `actorName` is looked up for the screen and null for the system, for guests and for erased persons. */
export const auditEntry = z.strictObject({
  id: z.uuid(),
  act: z.string(),
  actorKind: z.string(),
  actorId: z.string(),
  actorName: z.string().nullable(),
  noun: z.string(),
  subjectId: z.string(),
  placeId: z.uuid().nullable(),
  detail: z.record(z.string(), z.unknown()),
  at: z.iso.datetime(),
  sealedSeq: z.int().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditList = z.strictObject({ items: z.array(auditEntry), next: z.uuid().nullable() });
export type AuditList = z.infer<typeof auditList>;
export const auditQuery = z.strictObject({
  noun: z.string().max(60).optional(),
  subjectId: z.string().max(80).optional(),
  act: z.string().max(60).optional(),
  actorId: z.string().max(80).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** The signed end of a chain, for anybody to keep. */
export const chainHead = z.strictObject({
  chain: z.string(),
  seq: z.int(),
  chainHash: z.string(),
  keyId: z.string(),
  publicKey: z.string(),
  signature: z.string(),
  signedAt: z.iso.datetime(),
  statement: z.string(),
});
export type ChainHead = z.infer<typeof chainHead>;
export const chainHeads = z.strictObject({ items: z.array(chainHead) });

/** A queue of reactions: how many wait, run, have failed for good. */
export const jobQueue = z.strictObject({ name: z.string(), waiting: z.int(), active: z.int(), failed: z.int() });
export const failedJob = z.strictObject({
  id: z.uuid(),
  queue: z.string(),
  event: z.string(),
  attempts: z.int(),
  failure: z.string(),
  at: z.iso.datetime(),
});
export const jobOverview = z.strictObject({
  queues: z.array(jobQueue),
  failed: z.array(failedJob),
  outboxWaiting: z.int(),
});
export type JobOverview = z.infer<typeof jobOverview>;

/** What the installation runs with; secrets never appear. */
export const settingsView = z.strictObject({
  county: z.strictObject({
    id: z.int(),
    slug: z.string(),
    timeZone: z.string(),
    countryPack: z.string(),
    languages: z.array(z.string()),
    demonstration: z.boolean(),
    clockHeld: z.boolean(),
    now: z.iso.datetime(),
  }),
  publicAddress: z.string(),
  mail: z.enum(['smtp', 'spool']),
  hosts: z.array(z.string()),
  figures: z.record(z.string(), z.number()),
});
export type SettingsView = z.infer<typeof settingsView>;
