import { z } from 'zod';

const focusShape = z.strictObject({ x: z.int().min(0).max(100), y: z.int().min(0).max(100) });

/** A stored picture. `src` and `srcset` are paths of the public site. */
export const pictureView = z.strictObject({
  hash: z.string(),
  width: z.int(),
  height: z.int(),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  placeId: z.uuid().nullable(),
  madeAt: z.iso.datetime(),
  src: z.string(),
  srcset: z.string().nullable(),
  /** A 4:3 cut for cards. */
  card: z.string(),
  version: z.int(),
  /** The point that stays in every cut: per cent from the left and from the top. */
  focus: focusShape,
  abilities: z.array(z.string()),
});
export type PictureView = z.infer<typeof pictureView>;

/** Pictures; `next` goes into `after` for the following page. */
export const pictureListView = z.strictObject({ items: z.array(pictureView), next: z.string().nullable() });
export const pictureListQuery = z.strictObject({
  q: z.string().trim().min(1).max(100).optional(),
  /** `missing`: those without words for people who cannot see them. */
  alt: z.enum(['missing']).optional(),
  /** Of this place or below it. */
  place: z.uuid().optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});

export const pictureParams = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** What is changed of a picture; what is left out stays. `version` is the one that was read. */
export const pictureChange = z.strictObject({
  version: z.int(),
  alt: z.string().trim().max(500).optional(),
  caption: z.string().trim().max(500).optional(),
  credit: z.string().trim().max(500).optional(),
  placeId: z.uuid().nullable().optional(),
  focus: focusShape.optional(),
});
export type PictureChange = z.infer<typeof pictureChange>;

/** The words sent beside the file. */
export const pictureWords = z.strictObject({
  alt: z.string().trim().max(500).default(''),
  caption: z.string().trim().max(500).default(''),
  credit: z.string().trim().max(500).default(''),
  placeId: z.uuid().optional(),
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
  id: z.uuid(),
  hash: z.string(),
  kind: materialKind,
  state: materialState,
  version: z.int(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  title: z.string(),
  caption: z.string(),
  credit: z.string(),
  transcript: z.string(),
  placeId: z.uuid().nullable(),
  madeAt: z.iso.datetime(),
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
  abilities: z.array(z.string()),
});
export type MaterialView = z.infer<typeof materialViewShape>;
export const materialListView = z.strictObject({ items: z.array(materialViewShape), next: z.string().nullable() });
export const materialListQuery = z.strictObject({
  q: z.string().trim().min(1).max(100).optional(),
  kind: materialKind.optional(),
  /** Of this place or below it. */
  place: z.uuid().optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});
export const materialParams = z.strictObject({ id: z.uuid() });

/** What is changed of a material; what is left out stays. `version` is the one that was read. */
export const materialChange = z.strictObject({
  version: z.int(),
  title: z.string().trim().max(200).optional(),
  caption: z.string().trim().max(500).optional(),
  credit: z.string().trim().max(500).optional(),
  transcript: z.string().trim().max(20_000).optional(),
  placeId: z.uuid().nullable().optional(),
});
export type MaterialChange = z.infer<typeof materialChange>;

/** Subtitles in one language, as WebVTT or SRT. */
export const subtitlesChange = z.strictObject({ language: languageShape, text: z.string().min(1).max(1_000_000) });
