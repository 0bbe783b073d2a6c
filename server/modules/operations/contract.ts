import { z } from 'zod';
import { uploadLimits } from '#media/contract';
import { day, emergencies, groundMap, placeLevels, words } from '#places/contract';

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
  /** What this person did, and what was done to their record and account. */
  personId: z.uuid().optional(),
  /** Of the order with this code, as it stands on the slip; blanks do not matter. */
  orderCode: z.string().max(40).optional(),
  /** Of this place and all below it. */
  placeId: z.uuid().optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  /** Where the next page begins. */
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
export const jobOverview = z.strictObject({ queues: z.array(jobQueue), outboxWaiting: z.int() });
export type JobOverview = z.infer<typeof jobOverview>;

/** `GET /failed-jobs`: reactions that failed for good. */
export const failedJobQuery = z.strictObject({
  queue: z.string().max(120).optional(),
  /** In the queue's name, the event's or the failure's. */
  q: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type FailedJobQuery = z.output<typeof failedJobQuery>;
export type FailedJob = z.infer<typeof failedJob>;
export const failedJobList = z.strictObject({ items: z.array(failedJob), next: z.string().nullable(), total: z.int() });
export type FailedJobList = z.infer<typeof failedJobList>;

/** `GET /failed-notices`: what was sent out and nobody took. */
export const failedNotice = z.strictObject({
  id: z.uuid(),
  channel: z.enum(['email', 'sms', 'webhook']),
  /** What it was about, in the reader's language; null: a letter to somebody outside, whose words are gone. */
  about: z.string().nullable(),
  attempts: z.int(),
  failure: z.string(),
  at: z.iso.datetime(),
  mayRetry: z.boolean(),
});
export const failedNoticeQuery = z.strictObject({
  channel: z.enum(['email', 'sms', 'webhook']).optional(),
  /** In what it was about, its way or its failure. */
  q: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type FailedNoticeQuery = z.output<typeof failedNoticeQuery>;
export type FailedNotice = z.infer<typeof failedNotice>;
export const failedNoticeList = z.strictObject({
  items: z.array(failedNotice),
  next: z.string().nullable(),
  total: z.int(),
});
export type FailedNoticeList = z.infer<typeof failedNoticeList>;

/** `GET /troubles`: what is wrong, in the reader's language. */
export const troubleView = z.strictObject({
  key: z.string(),
  what: z.string(),
  /** What it means, and what to do. */
  remedy: z.string(),
  sinceAt: z.iso.datetime(),
  /** Page of the console that shows more. */
  href: z.string(),
});
export type TroubleView = z.infer<typeof troubleView>;
export const troubleList = z.strictObject({ items: z.array(troubleView) });
export type TroubleList = z.infer<typeof troubleList>;

/** `GET /measurements`: how the county's program was over the last hour, day or thirty days. */
export const measurementRange = z.enum(['hour', 'day', 'month']);
export type MeasurementRange = z.infer<typeof measurementRange>;
export const measurementQuery = z.strictObject({ range: measurementRange.default('day') });
/** Counts of a step, and the worst of what was looked at in it; null: nobody looked, or nothing was answered. */
export const measurementStep = z.strictObject({
  /** Real time at which it begins. */
  at: z.iso.datetime(),
  /** Answers from memory, pages that were made, and answers of the API. */
  memory: z.int(),
  pages: z.int(),
  api: z.int(),
  /** Of pages and api, those of status 500 and above. */
  failed: z.int(),
  /** What one of pages and api took on average. */
  milliseconds: z.number().nullable(),
  jobsWaiting: z.int().nullable(),
  jobsFailed: z.int().nullable(),
  /** Age of the oldest event that was not handed on yet. */
  lagSeconds: z.int().nullable(),
  copiesWaiting: z.int().nullable(),
  copiesFailed: z.int().nullable(),
  /** Given up within a day. */
  noticesFailed: z.int().nullable(),
  /** Where the data folder lies. */
  freeMegabytes: z.int().nullable(),
});
export type MeasurementStep = z.infer<typeof measurementStep>;
/** `steps`: all of the range, oldest first; the last one goes on. */
export const measurements = z.strictObject({
  range: measurementRange,
  stepMinutes: z.int(),
  steps: z.array(measurementStep),
});
export type Measurements = z.infer<typeof measurements>;

/** `GET /backups`: whether the county could be brought back. Of the installation; `nightly` and what is overdue are said of a real county alone. */
export const backupOverview = z.strictObject({
  nightly: z.boolean(),
  /** Of those that came out whole; null: none yet. */
  lastBackupAt: z.iso.datetime().nullable(),
  lastProofAt: z.iso.datetime().nullable(),
  /** Archives are copied to a second place. */
  hasPlace: z.boolean(),
  lastCopyAt: z.iso.datetime().nullable(),
  /** There is a second place, and the last copy in it is older than two days, or never was. */
  copyOverdue: z.boolean(),
  /** Older than two days, or never. */
  backupOverdue: z.boolean(),
  /** Older than eight days, or never. */
  proofOverdue: z.boolean(),
  /** The last archive lacks the keys. */
  withoutKeys: z.boolean(),
  /** The last ten, newest first. */
  items: z.array(
    z.strictObject({
      kind: z.enum(['backup', 'proof', 'copy']),
      archive: z.string(),
      at: z.iso.datetime(),
      outcome: z.enum(['whole', 'failed']),
      bytes: z.int(),
      rows: z.int(),
    }),
  ),
});
export type BackupOverview = z.infer<typeof backupOverview>;

const countyLanguage = z.enum(['zh-CN', 'en']);
const countyFacts = z.strictObject({
  name: words,
  publisher: words,
  /** Digits, blanks, hyphens, brackets; a plus before them. */
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 \-()]{2,28}$/, 'expected:phone'),
  /** The first is the one without a prefix in addresses. */
  languages: z
    .array(countyLanguage)
    .min(1)
    .refine((all) => new Set(all).size === all.length, { params: { code: 'invalid_value' } }),
});

/** A change of what stands on every public page; what is left out stays. `read` is what was there when it was read. */
export const countyChange = countyFacts.partial().extend({
  read: z.strictObject({
    name: words,
    publisher: words,
    phone: z.string().max(40),
    languages: z.array(countyLanguage).max(2),
  }),
});
export type CountyChange = z.infer<typeof countyChange>;

const ownDayList = z.array(day).max(800);

/** The county's own days, in order: offices closed, and open, against the calendar of its country. */
export const ownDays = z.strictObject({ daysOff: ownDayList, daysWorked: ownDayList });
export type OwnDays = z.infer<typeof ownDays>;
/** All of them anew; `read` is what was there when they were read. */
export const ownDaysChange = ownDays.extend({ read: ownDays });
export type OwnDaysChange = z.infer<typeof ownDaysChange>;

const number = z.string().trim().max(80);

/** Numbers that the law of the county's country wants on every page; empty: none is shown. */
export const registration = z.strictObject({
  /** 互联网新闻信息服务许可证编号. */
  licence: number,
  /** ICP备案号, with its link to the ministry's register. */
  icp: number,
  /** 公安备案号. */
  police: number,
  /** 违法和不良信息举报电话, or an address for complaints. */
  complaints: number,
  /** A number in the register of another country. */
  register: number,
});
export type Registration = z.infer<typeof registration>;
/** All of them anew; `read` is what was there when they were read. */
export const registrationChange = registration.extend({ read: registration });
export type RegistrationChange = z.infer<typeof registrationChange>;

/** All of them anew; `read` is what was there when they were read. */
export const uploadLimitsChange = uploadLimits.extend({ read: uploadLimits });
export type UploadLimitsChange = z.infer<typeof uploadLimitsChange>;

/** All of it anew; `read` is what was there when it was read. */
export const groundMapChange = groundMap.extend({ read: groundMap });
export type GroundMapChange = z.infer<typeof groundMapChange>;

/** All of them anew, in the order of a form; `read` is what was there when they were read. */
export const emergenciesChange = z.strictObject({
  emergencies,
  read: z.strictObject({ emergencies }),
});
export type EmergenciesChange = z.infer<typeof emergenciesChange>;

/** All of them anew, from the top; `read` is what was there when they were read. */
export const placeLevelsChange = z.strictObject({
  placeLevels,
  read: z.strictObject({ placeLevels }),
});
export type PlaceLevelsChange = z.infer<typeof placeLevelsChange>;

/** What the installation runs with; secrets never appear. */
export const settingsView = z.strictObject({
  county: z.strictObject({
    id: z.int(),
    slug: z.string(),
    name: words,
    publisher: words,
    phone: z.string(),
    timeZone: z.string(),
    countryPack: z.string(),
    languages: z.array(countyLanguage),
    demonstration: z.boolean(),
    clockHeld: z.boolean(),
    now: z.iso.datetime(),
    ...ownDays.shape,
    registration,
    uploadLimits,
    groundMap,
    emergencies,
    placeLevels,
    /** What the country pack says of both: what holds where the county has not said its own. */
    usual: z.strictObject({ emergencies, placeLevels }),
    /** Levels that a place has, or had. */
    levelsInUse: z.array(z.string()),
    /** What the installation allows the county: `most` null: no limit; `used` null: not known. */
    limits: z.array(
      z.strictObject({
        name: z.enum(['requestsPerMinute', 'storageMegabytes', 'people', 'mailsPerDay']),
        most: z.int().nullable(),
        used: z.int().nullable(),
      }),
    ),
    /** The last year whose holidays the program knows by itself; null: none, Monday to Friday. */
    holidaysUntil: z.int().nullable(),
  }),
  /** Where this county is reached: its own host, with scheme and port of the installation. */
  publicAddress: z.string(),
  mail: z.enum(['smtp', 'spool']),
  files: z.enum(['disk', 's3']),
  hosts: z.array(z.string()),
  figures: z.record(z.string(), z.number()),
  abilities: z.array(z.string()),
});
export type SettingsView = z.infer<typeof settingsView>;
