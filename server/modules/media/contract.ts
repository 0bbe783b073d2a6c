import { z } from 'zod';
import { batchAnswer, batchOf } from '#platform/batch-contract';
import { day } from '#places/contract';

const focusShape = z.strictObject({ x: z.int().min(0).max(100), y: z.int().min(0).max(100) });

/** Whether a picture or a material may be shown: nothing is said of its rights, they hold, they end within two weeks, they have ended. */
export const rightsStateShape = z.enum(['unsaid', 'held', 'ending', 'ended']);
export type RightsState = z.infer<typeof rightsStateShape>;
/** 生成合成: a machine made it, or changed what is to be seen or heard in it. */
export const machineShape = z.enum(['made', 'changed']);
export type MachineMark = z.infer<typeof machineShape>;

/** Whether those who can be recognised in it agreed to its being shown: nobody is known to have, they have, the consent has ended, or was taken back. */
const consentStateShape = z.enum(['missing', 'held', 'ended', 'revoked']);
export type ConsentState = z.infer<typeof consentStateShape>;

/** What the library says alike of pictures and of materials. */
const saidShape = {
  version: z.int(),
  caption: z.string(),
  credit: z.string(),
  /** What the desk calls it. */
  title: z.string(),
  keywords: z.array(z.string()),
  placeId: z.uuid().nullable(),
  madeAt: z.iso.datetime(),
  /** The county's day on which it was taken. */
  takenOn: z.string().nullable(),
  /** Where we have it from; stays in the house. */
  source: z.string(),
  /** Terms under which it may be shown. */
  licence: z.string(),
  rightsHolder: z.string(),
  /** The last day on which it may be shown; null: no end is known. */
  rightsUntil: z.string().nullable(),
  rights: rightsStateShape,
  machine: machineShape.nullable(),
  /** Somebody said that persons can be recognised in it. */
  showsPeople: z.boolean(),
  /** Null: nobody said that anybody can be recognised. */
  consent: consentStateShape.nullable(),
  abilities: z.array(z.string()),
};

/** A stored picture. `src` and `srcset` are paths of the public site. */
export const pictureView = z.strictObject({
  ...saidShape,
  hash: z.string(),
  width: z.int(),
  height: z.int(),
  alt: z.string(),
  src: z.string(),
  srcset: z.string().nullable(),
  /** A 4:3 cut for cards. */
  card: z.string(),
  /** The point that stays in every cut: per cent from the left and from the top. */
  focus: focusShape,
});
export type PictureView = z.infer<typeof pictureView>;

/** A picture just sent, and those of the library that look like it, the likest first; empty when there are none or the sender may not look through the library. */
export const storedPictureView = pictureView.extend({ alike: z.array(pictureView) });
export type StoredPictureView = z.infer<typeof storedPictureView>;

/** Pictures that look like one, the likest first. */
export const alikeView = z.strictObject({ items: z.array(pictureView) });
export type AlikeView = z.infer<typeof alikeView>;

/** Pictures; `next` goes into `after` for the following page. */
export const pictureListView = z.strictObject({ items: z.array(pictureView), next: z.string().nullable() });

/** What is looked for in the library, among pictures and among materials. */
const libraryQuery = {
  q: z.string().trim().min(1).max(100).optional(),
  /** Of this place or below it. */
  place: z.uuid().optional(),
  /** Who took it: words of the credit. */
  by: z.string().trim().min(1).max(100).optional(),
  /** Days of the county, both included. */
  takenFrom: day.optional(),
  takenUntil: day.optional(),
  sentFrom: day.optional(),
  sentUntil: day.optional(),
  rights: rightsStateShape.optional(),
  machine: z.enum(['made', 'changed', 'any']).optional(),
  /** `any`: persons can be recognised; `wanting`: and their consent is missing, has ended or was taken back. */
  people: z.enum(['any', 'wanting']).optional(),
  /** `never`: no story shows it, in work or published. */
  used: z.enum(['never', 'now']).optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
};
export const pictureListQuery = z.strictObject({
  ...libraryQuery,
  /** `missing`: those without words for people who cannot see them. */
  alt: z.enum(['missing']).optional(),
});
export type PictureListQuery = z.infer<typeof pictureListQuery>;
export type LibraryQuery = Omit<PictureListQuery, 'alt'>;

/** `POST /pictures/:hash/removals` and `POST /materials/:id/removals`: why, for the record. */
export const itemRemoval = z.strictObject({ reason: z.string().trim().min(1).max(300) });
export const pictureParams = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

const said = z.string().trim().max(500);
const keyword = z.string().trim().min(1).max(40);

/** What may be said alike of pictures and of materials. */
const saidChange = {
  title: z.string().trim().max(200).optional(),
  caption: said.optional(),
  credit: said.optional(),
  keywords: z.array(keyword).max(30).optional(),
  placeId: z.uuid().nullable().optional(),
  takenOn: day.nullable().optional(),
  source: said.optional(),
  licence: said.optional(),
  rightsHolder: said.optional(),
  rightsUntil: day.nullable().optional(),
  machine: machineShape.nullable().optional(),
  showsPeople: z.boolean().optional(),
};

/** What is changed of a picture; what is left out stays. `version` is the one that was read. */
export const pictureChange = z.strictObject({
  version: z.int(),
  ...saidChange,
  alt: said.optional(),
  focus: focusShape.optional(),
});
export type PictureChange = z.infer<typeof pictureChange>;

/** The same change of many pictures; `preview` says what would become of each and changes nothing. */
export const picturesChange = z.strictObject({
  pictures: z
    .array(z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), version: z.int() }))
    .min(1)
    .max(100)
    .refine((list) => new Set(list.map((one) => one.hash)).size === list.length, 'unique'),
  change: z.strictObject({
    title: z.string().trim().max(200).optional(),
    credit: said.optional(),
    placeId: z.uuid().nullable().optional(),
    takenOn: day.nullable().optional(),
    source: said.optional(),
    licence: said.optional(),
    rightsHolder: said.optional(),
    rightsUntil: day.nullable().optional(),
    machine: machineShape.nullable().optional(),
    showsPeople: z.boolean().optional(),
    /** Added to those there are. */
    addKeywords: z.array(keyword).max(30).optional(),
    removeKeywords: z.array(keyword).max(30).optional(),
  }),
  preview: z.boolean(),
});
export type PicturesChange = z.infer<typeof picturesChange>;

/** What became of each picture, in the order asked: changed (in a preview: would be), left as it is because nothing differs, or refused with a code. */
export const picturesChangeView = z.strictObject({
  rows: z.array(
    z.strictObject({
      hash: z.string(),
      outcome: z.enum(['changed', 'same', 'refused']),
      /** The fields that differ. */
      fields: z.array(z.string()),
      code: z.string().nullable(),
    }),
  ),
});
export type PicturesChangeView = z.infer<typeof picturesChangeView>;

/** Where a picture or a material is used, as far as the asker may see; `hidden` counts the others. */
export const usesView = z.strictObject({
  items: z.array(
    z.strictObject({
      noun: z.string(),
      id: z.uuid(),
      title: z.string(),
      /** A path of the console. */
      href: z.string(),
      /** `draft`: in a text in work; `edition`: in what the public sees; `past`: in an earlier edition alone; `kept`: beside it, as an attachment, a scan or a receipt's screenshot. */
      part: z.enum(['draft', 'edition', 'past', 'kept']),
      usedAt: z.iso.datetime(),
    }),
  ),
  hidden: z.int(),
});
export type UsesView = z.infer<typeof usesView>;

/** Whether the file that shows a published picture to other programs is signed (C2PA): not published, published and not signed (yet), signed as it stands, or with a signature that does not fit. */
export const pictureProvenanceView = z.strictObject({
  state: z.enum(['unpublished', 'unsigned', 'signed', 'broken']),
  /** A path of the public site. */
  path: z.string().nullable(),
  /** `own`: the county's own certificate, for which nobody else vouches. */
  signer: z
    .strictObject({ name: z.string(), issuer: z.string(), own: z.boolean(), validUntil: z.iso.datetime() })
    .nullable(),
});
export type PictureProvenanceView = z.infer<typeof pictureProvenanceView>;

/** How somebody agreed: a signed paper, spoken words, a written message. */
const consentWayShape = z.enum(['paper', 'voice', 'writing']);
export type ConsentWay = z.infer<typeof consentWayShape>;

/** What is noted when somebody agrees. Only who it was is needed. */
export const newConsent = z.strictObject({
  givenBy: z.string().trim().min(1).max(100),
  /** Whom a guardian agrees for; empty: the giver themselves. */
  forWhom: z.string().trim().max(100).default(''),
  asGuardian: z.boolean().default(false),
  way: consentWayShape.default('paper'),
  /** The county's day; left out: today. */
  givenOn: day.optional(),
  /** What it may be used for; empty: nothing was said. */
  scope: said.default(''),
  /** The last day; null: until it is taken back. */
  validUntil: day.nullable().default(null),
});
export type NewConsent = z.output<typeof newConsent>;

/** A consent of somebody who can be recognised in a picture or a recording. Names of colleagues are empty where they left; null: a rule did it. */
const consentView = z.strictObject({
  id: z.uuid(),
  givenBy: z.string(),
  forWhom: z.string(),
  asGuardian: z.boolean(),
  way: consentWayShape,
  givenOn: z.string(),
  scope: z.string(),
  validUntil: z.string().nullable(),
  state: consentStateShape.exclude(['missing']),
  /** The signed form or the recording, where it is attached. */
  form: z.strictObject({ mediaType: z.string(), bytes: z.int() }).nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  /** Why what still shows it may stay although the consent has ended. */
  settled: z.strictObject({ by: z.string().nullable(), at: z.iso.datetime(), because: z.string() }).nullable(),
});
export type ConsentView = z.infer<typeof consentView>;

/** The consents of a picture or a material, the first given first, and what the asker may do with them. */
export const consentListView = z.strictObject({ items: z.array(consentView), abilities: z.array(z.string()) });
export type ConsentListView = z.infer<typeof consentListView>;
/** The same after one was noted, whose id is `id`. */
export const recordedConsentView = consentListView.extend({ id: z.uuid() });
export type RecordedConsentView = z.infer<typeof recordedConsentView>;
export const consentParams = z.strictObject({ id: z.uuid() });
export const consentSettlement = z.strictObject({ because: z.string().trim().min(1).max(200) });

/** The words sent beside the file. */
export const pictureWords = z.strictObject({
  alt: z.string().trim().max(500).default(''),
  caption: z.string().trim().max(500).default(''),
  credit: z.string().trim().max(500).default(''),
  placeId: z.uuid().optional(),
  /** Said by whoever sends it: a machine made or changed it. */
  machine: machineShape.optional(),
});

/** What an uploaded file can be. */
const mediaKind = z.enum(['picture', 'audio', 'video', 'document']);
export type MediaKind = z.infer<typeof mediaKind>;
const materialKind = z.enum(['audio', 'video', 'document']);
export type MaterialKind = z.infer<typeof materialKind>;
const materialState = z.enum(['waiting', 'converting', 'ready', 'failed', 'stopped']);
export type MaterialState = z.infer<typeof materialState>;

/** What is said of a file before its bytes (tus `Upload-Metadata`). `fingerprint` is what the sender's device knows the file again by. */
export const uploadWords = z.strictObject({
  filename: z.string().trim().min(1).max(200).default('—'),
  filetype: z.string().max(200).default(''),
  fingerprint: z.string().max(300).default(''),
  alt: z.string().trim().max(500).default(''),
  caption: z.string().trim().max(500).default(''),
  credit: z.string().trim().max(500).default(''),
  placeId: z.uuid().optional(),
  /** Said by whoever sends it: a machine made or changed it. */
  machine: machineShape.optional(),
});
export type UploadWords = z.infer<typeof uploadWords>;

/** An upload of one's own. `subject` is what it became: the hash of a picture, the id of a material. */
export const uploadViewShape = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  bytes: z.int(),
  arrived: z.int(),
  /** `arrived`: all of it is here and is being put away. */
  state: z.enum(['sending', 'arrived', 'kept', 'refused']),
  fingerprint: z.string(),
  kind: mediaKind.nullable(),
  subject: z.string().nullable(),
  refusal: z.strictObject({ code: z.string(), title: z.string() }).nullable(),
  beganAt: z.iso.datetime(),
  /** When it goes unless more arrives. */
  expiresAt: z.iso.datetime(),
});
export type UploadView = z.infer<typeof uploadViewShape>;
export const uploadListView = z.strictObject({ items: z.array(uploadViewShape) });
export const uploadParams = z.strictObject({ id: z.uuid() });

const languageShape = z.enum(['zh-CN', 'en']);

/** Sound, video or a document. Paths are those of the public site: `href` where a document is taken from, `poster` the picture that stands for a video; null for the others and before the conversion. */
export const materialViewShape = z.strictObject({
  ...saidShape,
  id: z.uuid(),
  hash: z.string(),
  kind: materialKind,
  state: materialState,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  transcript: z.string(),
  /** Of a film: the hash of the one in which what is to be seen is spoken; null where there is none. */
  describedBy: z.string().nullable(),
  durationMilliseconds: z.int().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Of sound: the loudest sample of each of equal parts, 0 to 100. */
  peaks: z.array(z.int()),
  /** Per cent of the conversion. */
  progress: z.int(),
  /** What is in the way of the conversion. */
  problem: z.strictObject({ code: z.string(), title: z.string() }).nullable(),
  /** `part`: document, 1080p, 480p, audio, poster, or the language of subtitles. */
  files: z.array(z.strictObject({ path: z.string(), part: z.string(), mediaType: z.string(), bytes: z.int() })),
  href: z.string().nullable(),
  poster: z.string().nullable(),
  subtitles: z.array(z.strictObject({ language: languageShape, cues: z.int() })),
});
export type MaterialView = z.infer<typeof materialViewShape>;
export const materialListView = z.strictObject({ items: z.array(materialViewShape), next: z.string().nullable() });
export const materialListQuery = z.strictObject({
  ...libraryQuery,
  kind: materialKind.optional(),
  /** The one that a text names so. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type MaterialListQuery = z.infer<typeof materialListQuery>;
export const materialParams = z.strictObject({ id: z.uuid() });

/** What is changed of a material; what is left out stays. `version` is the one that was read. */
export const materialChange = z.strictObject({
  version: z.int(),
  ...saidChange,
  transcript: z.string().trim().max(20_000).optional(),
  describedBy: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .optional(),
});
export type MaterialChange = z.infer<typeof materialChange>;

/** What may be done to several materials at once; `POST /materials/batches`. What takes a change back names the version that it left, so that a later change by somebody else stays. */
export const materialAct = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('say'),
    id: z.uuid(),
    credit: said.optional(),
    placeId: z.uuid().nullable().optional(),
    licence: said.optional(),
    rightsHolder: said.optional(),
    rightsUntil: day.nullable().optional(),
    machine: machineShape.nullable().optional(),
    showsPeople: z.boolean().optional(),
    version: z.int().optional(),
  }),
  z.strictObject({
    do: z.literal('keywords'),
    id: z.uuid(),
    add: z.array(keyword).max(30),
    remove: z.array(keyword).max(30),
  }),
  z.strictObject({ do: z.literal('convert'), id: z.uuid() }),
  z.strictObject({ do: z.literal('stop'), id: z.uuid() }),
]);
export type MaterialAct = z.output<typeof materialAct>;
export const materialBatch = batchOf(materialAct);
export const materialBatchAnswer = batchAnswer(materialAct);

/** Subtitles in one language, as WebVTT or SRT. */
export const subtitlesChange = z.strictObject({ language: languageShape, text: z.string().min(1).max(1_000_000) });

/** 每人上传上限: how many files of one person may be on their way at once, and how much they may send in a day, beside it of pictures alone. */
export const uploadLimits = z.strictObject({
  openFiles: z.int().min(1).max(500),
  gigabytesADay: z.int().min(1).max(1000),
  pictureMegabytesADay: z.int().min(10).max(20_000),
});
export type UploadLimits = z.infer<typeof uploadLimits>;
