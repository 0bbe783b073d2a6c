import { z } from 'zod';
import { words } from '#places/contract';
import { kindShape } from './story.ts';

const moment = z.iso.datetime();
const host = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/)
  .max(253);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120);

/** `POST /contributions`: an edition that another centre published, with its mark. The mark's hash must be that of `text`; pictures keep the hashes that they have there, and are sent before. */
export const newContribution = z.strictObject({
  /** Compact JWS, as it stands behind the # of `/verify`. */
  mark: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    .max(2_000),
  /** Where it stands there; its host must be the mark's issuer. */
  page: z.url({ protocol: /^https?$/ }).max(1_000),
  kind: kindShape,
  /** Slug of a section here; empty: the first in which its sender may write. */
  section: z.union([z.literal(''), slug]),
  /** As it stands there. */
  byline: z.string().trim().max(80),
  /** What was wrong before, for the public; null: it corrects nothing. */
  correction: z.string().trim().max(1_000).nullable(),
  text: z.looseObject({}),
});
export type NewContribution = z.infer<typeof newContribution>;

/** Which contribution: by the host of the centre that published it and the slug of the story there. */
export const contributionQuery = z.strictObject({
  issuer: host,
  source: slug,
  edition: z.coerce.number().int().min(1),
});
export type ContributionQuery = z.output<typeof contributionQuery>;
/** `POST /contributions/withdrawals`: the centre took the text down. */
export const contributionWithdrawal = z.strictObject({ issuer: host, source: slug });

/** What became of an edition, as whoever sent it is told. */
export const contributionView = z.strictObject({
  id: z.uuid(),
  /** received: the desk has not looked. accepted, merged: it has. waiting: a correction that the desk has not taken over yet. published: this edition stands here. withdrawn: it stood here. */
  state: z.enum([
    'received',
    'accepted',
    'merged',
    'waiting',
    'returned',
    'rejected',
    'published',
    'withdrawn',
    'taken-back',
  ]),
  /** Why it came back or is not used. */
  reason: z.string().nullable(),
  /** The page here, whole; null unless it is published. */
  address: z.string().nullable(),
  /** A day of this county; null unless it is published. */
  publishedOn: z.iso.date().nullable(),
  /** Who publishes here. */
  publisher: z.string(),
});
export type ContributionView = z.infer<typeof contributionView>;

/** `GET /contributions/terms`: where the asker may hand in what another centre published. */
export const contributionTerms = z.strictObject({
  publisher: z.string(),
  sections: z.array(z.strictObject({ slug: z.string(), name: words })),
});

export const contributionPictureWords = z.strictObject({
  alt: z.string().trim().max(200).default(''),
  caption: z.string().trim().max(500).default(''),
  credit: z.string().trim().max(100).default(''),
});
/** `POST /contributions/pictures`: the hash by which texts of the sender name it, and the one under which it is stored here. */
export const contributionPicture = z.strictObject({ sent: z.string(), stored: z.string() });

/** Where a text in the house comes from. */
export const originView = z.strictObject({
  id: z.uuid(),
  issuer: z.string(),
  publisher: z.string(),
  page: z.string(),
  /** With the mark behind the #: whoever follows it checks it there again. */
  checkHref: z.string(),
  /** The edition from which the text here was made. */
  edition: z.int(),
  /** How each reading there is vouched for: `p` passkey, `a` attested by the system, `d` demonstration key. */
  steps: z.string(),
  keyId: z.string(),
  publishedAt: moment,
  verifiedAt: moment,
  /** A later edition there that the desk has not dealt with; null: none. */
  correction: z
    .strictObject({ edition: z.int(), page: z.string(), words: z.string().nullable(), receivedAt: moment })
    .nullable(),
  /** It was taken down there and the desk has not dealt with that; null: no. */
  withdrawnAt: moment.nullable(),
  /** What the asker may do about it. */
  moves: z.array(z.enum(['take', 'leave'])),
});
export type OriginView = z.infer<typeof originView>;
export const originsView = z.strictObject({ items: z.array(originView) });
export const contributionParams = z.strictObject({ id: z.uuid() });
/** `POST /contributions/:id/settlements`: `take`: the corrected text takes the place of the one in work; `leave`: the desk deals with it otherwise. */
export const contributionSettlement = z.strictObject({ how: z.enum(['take', 'leave']), edition: z.int().nullable() });
export type ContributionSettlement = z.infer<typeof contributionSettlement>;
