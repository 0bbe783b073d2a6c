import { z } from 'zod';
import { words } from '#places/contract';

export const chainStepShape = z.enum([
  'first_review',
  'first_proof',
  'second_review',
  'second_proof',
  'final_review',
  'third_proof',
  'read_aloud',
  'sign_off',
  'urgent_review',
]);
export const storyStateShape = z.enum([
  'draft',
  'returned',
  ...chainStepShape.options,
  'signed_off',
  'held',
  'rejected',
  'done',
  'discarded',
]);
export const publicStateShape = z.enum(['unpublished', 'published', 'withdrawn']);
/** The slug of a chain (`GET /chains`). A county begins with `full`, `paired` and `urgent`. */
export const pathShape = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected:slug')
  .max(40);
export const kindShape = z.enum(['story', 'notice']);
export const languageShape = z.enum(['zh-CN', 'en']);
/** How urgent a notice is, in the colours of public warnings: blue, take note; yellow, be prepared; orange, act soon; red, act now. Null is the ordinary case. */
export const levelShape = z.enum(['blue', 'yellow', 'orange', 'red']);
export type NoticeLevel = z.infer<typeof levelShape>;
const moment = z.iso.datetime();
const byline = z.string().trim().min(1).max(80);
const placeIds = z.array(z.uuid()).min(1).max(20);
/** Checked by the document package, which names each wrong place itself. */
const text = z.looseObject({});

/** Path parameters of everything under a story. */
export const storyParams = z.strictObject({ id: z.uuid() });
export const revisionParams = z.strictObject({ id: z.uuid(), revisionId: z.uuid() });

const sectionDescription = z.strictObject({
  'zh-CN': z.string().trim().max(200).optional(),
  en: z.string().trim().max(200).optional(),
});
/** Whose last signature needs no reason (`review/last-hand.ts`). */
export const lastHandShape = z.enum(['rostered', 'always', 'anybody']);
/** A section (栏目). `POST` and `PATCH` of `/sections`. */
export const sectionView = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: words,
  description: sectionDescription,
  position: z.int(),
  unitId: z.uuid().nullable(),
  /** The chain of its stories; null: the county's default. */
  chainId: z.uuid().nullable(),
  /** Those of corrections and of updates of them; null: as any other text of the section. */
  correctionChainId: z.uuid().nullable(),
  updateChainId: z.uuid().nullable(),
  ended: z.boolean(),
  lastHand: lastHandShape,
});
export type SectionView = z.infer<typeof sectionView>;
export const sectionListView = z.strictObject({ items: z.array(sectionView) });
/** So many letters the slug of a section has at most. */
export const longestSectionSlug = 40;
export const newSection = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected:slug')
    .max(longestSectionSlug),
  name: words,
  description: sectionDescription.default({}),
  position: z.int().min(0).max(999),
  unitId: z.uuid().nullable().default(null),
  chainId: z.uuid().nullable().default(null),
  correctionChainId: z.uuid().nullable().default(null),
  updateChainId: z.uuid().nullable().default(null),
  lastHand: lastHandShape.default('rostered'),
});
export const sectionChange = z.strictObject({
  name: words.optional(),
  description: sectionDescription.optional(),
  position: z.int().min(0).max(999).optional(),
  unitId: z.uuid().nullable().optional(),
  chainId: z.uuid().nullable().optional(),
  correctionChainId: z.uuid().nullable().optional(),
  updateChainId: z.uuid().nullable().optional(),
  ended: z.boolean().optional(),
  lastHand: lastHandShape.optional(),
  /** As it was read; where it stands among the others does not count. */
  read: sectionView.optional(),
});

/** A story to begin; `POST /stories`. `byline` left out: the author's office, never their name. */
export const newStory = z.strictObject({
  /** Made on the device, for what is sent later: the same id again is the same story, also when its Idempotency-Key is long forgotten. */
  id: z.uuid().optional(),
  kind: kindShape.default('story'),
  language: languageShape,
  sectionId: z.uuid(),
  placeIds,
  text,
  path: pathShape.optional(),
  important: z.boolean().optional(),
  byline: byline.optional(),
  translationOf: z.uuid().nullable().optional(),
  validUntil: moment.nullable().optional(),
  /** Of a notice. A translation begins with its original's. */
  level: levelShape.nullable().optional(),
  /** Its source asks that nothing of it is published before a moment. */
  embargo: z.strictObject({ until: moment, source: z.string().trim().max(120).default('') }).optional(),
});
export type NewStoryRequest = z.input<typeof newStory>;
/** `PATCH /stories/:id`: only what is named changes. */
export const storyChange = z.strictObject({
  kind: kindShape.optional(),
  sectionId: z.uuid().optional(),
  placeIds: placeIds.optional(),
  /** Null: as its section. */
  path: pathShape.nullable().optional(),
  important: z.boolean().optional(),
  byline: byline.optional(),
  validUntil: moment.nullable().optional(),
  level: levelShape.nullable().optional(),
  successorId: z.uuid().nullable().optional(),
});
/** `PUT /stories/:id/schedule`. Neither: with the last signature; of a text signed off, now. */
export const storySchedule = z.strictObject({ publishAt: moment.nullable(), held: z.boolean().default(false) });
const embargoSource = z.string().trim().max(120).default('');
/** `PUT /stories/:id/embargo`. `until` null: nobody asks for it any more. `reason`: why it is lifted or shortened while it holds. */
export const storyEmbargo = z.strictObject({
  until: moment.nullable(),
  source: embargoSource,
  reason: z.string().trim().max(300).default(''),
});
/** `PUT /stories/:id/text`: the whole text, and the version on which it was written. */
export const textToSave = z.strictObject({ version: z.int().min(1), text });
/** `POST /stories/:id/reversions`: the earlier version to go on from. */
export const restoration = z.strictObject({ revisionId: z.uuid() });
export const submission = z.strictObject({ version: z.int().min(1), path: pathShape.optional() });
/** `POST /stories/:id/hold-overs`: kept for later, with a reminder or without. */
export const holdOverRequest = z.strictObject({
  remindAt: moment.nullable().default(null),
  note: z.string().trim().max(300).optional(),
});
export const holdRequest = z.strictObject({ over: z.boolean().default(false) });

const person = z.strictObject({ id: z.uuid(), name: z.string() });
const sectionRef = z.strictObject({ id: z.uuid(), slug: z.string(), name: words });
const placeRef = z.strictObject({ id: z.uuid(), code: z.string(), name: words });

/** What a search found in one row: the words to mark, in small letters, and a piece of the text around them, null where only the headline holds them. Null as a whole: nothing was searched. */
export const hitShape = z.strictObject({ words: z.array(z.string()), excerpt: z.string().nullable() }).nullable();
export type Hit = NonNullable<z.infer<typeof hitShape>>;

/** A story in the desk's lists. */
export const storyLine = z.strictObject({
  id: z.uuid(),
  kind: kindShape,
  language: languageShape,
  slug: z.string().nullable(),
  title: z.string(),
  byline: z.string(),
  section: sectionRef,
  places: z.array(placeRef),
  author: person,
  /** Who looks after it at the desk. */
  editor: person.nullable(),
  state: storyStateShape,
  publicState: publicStateShape,
  path: z.string(),
  important: z.boolean(),
  version: z.int(),
  revisionId: z.uuid(),
  holder: z.strictObject({ id: z.uuid(), name: z.string(), since: moment }).nullable(),
  dueAt: moment.nullable(),
  validUntil: moment.nullable(),
  level: levelShape.nullable(),
  translationOf: z.uuid().nullable(),
  correctionNote: z.string().nullable(),
  /** Of an update: what is new, for the public. */
  updateNote: z.string().nullable(),
  firstPublishedAt: moment.nullable(),
  publishedAt: moment.nullable(),
  withdrawnAt: moment.nullable(),
  afterReviewDueAt: moment.nullable(),
  /** When whoever kept it for later is reminded; null: never, or it is not `held`. */
  remindAt: moment.nullable(),
  /** Since when it is out of the working lists. */
  archivedAt: moment.nullable(),
  /** Before this moment the text in work is not published, though it be signed; null: with its last signature. */
  publishAt: moment.nullable(),
  /** Before this moment nothing publishes it, for its source asked so; it may be over. */
  embargo: z.strictObject({ until: moment, source: z.string() }).nullable(),
  /** Kept ready until somebody says so. */
  publishHeld: z.boolean(),
  /** The planned release with which it goes out. */
  releaseId: z.uuid().nullable(),
  createdAt: moment,
  updatedAt: moment,
});
export type StoryLine = z.infer<typeof storyLine>;
/** A story in a list of the desk, with what the asker may do to it there: write at it, sign the step it waits at. `merged`: it was put aside because its words became part of another. */
export const listedStory = storyLine.extend({
  offers: z.array(z.enum(['edit', 'review'])),
  merged: z.boolean(),
  hit: hitShape,
});
export type ListedStory = z.infer<typeof listedStory>;

/** A signature as the desk sees it. */
export const signatureLine = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  roundId: z.uuid(),
  revisionId: z.uuid(),
  version: z.int(),
  step: z.string(),
  side: z.string(),
  role: z.string(),
  signer: person,
  /** `carried`: the system's word that the approval of this step stands although another part of the text was changed. */
  verdict: z.enum(['approved', 'returned', 'rejected', 'taken-back', 'withdrawn', 'restored', 'carried']),
  reason: z.string().nullable(),
  textHash: z.string(),
  statementHash: z.string(),
  previousHash: z.string().nullable(),
  kind: z.enum(['passkey', 'attested', 'demonstration']),
  /** The lines of the step's check list that were ticked off. */
  ticked: z.array(z.string()),
  /** Why one person took two steps of this round; null in the ordinary case. */
  exceptionReason: z.string().nullable(),
  at: moment,
  /** Of a withdrawal or restoration: what the public reads about it; null: the usual words. */
  note: z.string().nullable(),
  /** Why somebody who was not on duty gave the last signature or withdrew the story; null: none was needed. */
  exception: z.string().nullable(),
  /** `valid`: under the text in work or the valid edition. `voided`: the text was changed afterwards. `carried`: it was changed elsewhere, and an entry carries the signature over. `taken-back`: by its signer, before anybody acted on it. `past`: of an earlier edition or an ended round. */
  standing: z.enum(['valid', 'voided', 'taken-back', 'past', 'carried']),
  /** Of an entry `carried`: the draft that was approved, when, and the parts that differ from it. */
  carried: z.strictObject({ version: z.int(), signedAt: moment, changed: z.array(z.string()) }).nullable(),
});
export type SignatureLine = z.infer<typeof signatureLine>;

/** The chain of one story: in review the version that its round began with. */
const storyChain = z.strictObject({
  slug: z.string(),
  name: words,
  number: z.int(),
  separation: z.enum(['strict', 'paired', 'logged']),
  /** Chosen for this story, not by its section. */
  isChosen: z.boolean(),
  /** The county has arranged it anew since. */
  isOlder: z.boolean(),
  steps: z.array(z.strictObject({ step: z.string(), roles: z.array(z.string()), dueMinutes: z.int() })),
});

/** A story with its text. `abilities` are what the asker may do with it as it stands. */
export const storyView = storyLine.extend({
  text: z.looseObject({}),
  textHash: z.string(),
  savedAt: moment,
  savedBy: person,
  successorId: z.uuid().nullable(),
  /** The step at which it waits; null when it waits for no signature. */
  step: z
    .strictObject({
      step: z.string(),
      roles: z.array(z.string()),
      checkList: z.array(z.string()),
      checkListRequired: z.boolean(),
      /** The step after this signature; null when it is the last. */
      next: z.string().nullable(),
      /** The asker signed another step of this round: the chain allows it, with a reason. */
      isException: z.boolean(),
    })
    .nullable(),
  /** The chain it goes by, with the steps that this item takes. */
  chain: storyChain,
  edition: z
    .strictObject({ id: z.uuid(), number: z.int(), revisionId: z.uuid(), textHash: z.string(), publishedAt: moment })
    .nullable(),
  translations: z.array(
    z.strictObject({
      id: z.uuid(),
      language: languageShape,
      title: z.string(),
      state: storyStateShape,
      publicState: publicStateShape,
      withdrawnAt: moment.nullable(),
    }),
  ),
  signatures: z.array(signatureLine),
  /** Why it came back, the latest first word; null unless it is returned. */
  returned: z.strictObject({ by: person, at: moment, step: z.string(), reason: z.string() }).nullable(),
  /** Why it was turned away; null unless it is rejected. */
  rejected: z.strictObject({ by: person, at: moment, step: z.string(), reason: z.string() }).nullable(),
  /** Who keeps it for later, at which step, and why; null unless it is held. */
  held: z.strictObject({ by: person, at: moment, step: z.string(), note: z.string().nullable() }).nullable(),
  /** The review afterwards that the valid edition failed; null when there is none. */
  failedReview: z.strictObject({ by: person, at: moment, reason: z.string() }).nullable(),
  /** The text I signed and that was changed since: compare `revisionId` with the present one. */
  mySignatureFell: z.strictObject({ revisionId: z.uuid(), version: z.int(), step: z.string(), at: moment }).nullable(),
  /** Whether my last signature here would be an exception: somebody else is on duty. */
  outOfTurn: z.boolean(),
  /** Until when a withdrawal must be reviewed by somebody who had no part in it. */
  turnReviewDueAt: moment.nullable(),
  /** My latest signature, while I can still take it back. */
  mayTakeBack: z.strictObject({ signatureId: z.uuid(), step: z.string(), verdict: z.string() }).nullable(),
  openErrorReports: z.int(),
  /** A correspondent handed it in, and the asker may see what became of that (`GET /submissions/:id`). */
  wasHandedIn: z.boolean(),
  /** The assignments that brought it, with their ideas; without those whose idea the asker may not see. */
  plan: z.array(
    z.strictObject({
      idea: z.strictObject({ id: z.uuid(), title: z.string() }),
      kind: z.enum(['text', 'picture', 'audio', 'video']),
      state: z.enum(['draft', 'assigned', 'accepted', 'declined', 'in_progress', 'submitted', 'done', 'cancelled']),
      person: person.nullable(),
    }),
  ),
  abilities: z.array(z.string()),
});
export type StoryView = z.infer<typeof storyView>;

/** `PUT /stories/:id/editor`; null: nobody any more. */
export const editorWanted = z.strictObject({ editorId: z.uuid().nullable() });
/** Who can look after a story, nearest first. */
export const editorList = z.strictObject({ items: z.array(person) });
/** `GET /stories`. `q`: words of the headline or the text, each whole or begun. `next` goes into `after`. */
export const storyListQuery = z.strictObject({
  q: z.string().trim().min(1).max(100).optional(),
  state: z.union([storyStateShape, z.array(storyStateShape).max(storyStateShape.options.length)]).optional(),
  publicState: publicStateShape.optional(),
  kind: kindShape.optional(),
  section: z.uuid().optional(),
  place: z.uuid().optional(),
  tag: z.uuid().optional(),
  language: languageShape.optional(),
  mine: z.enum(['true', 'false']).optional(),
  /** Who looks after it. */
  editor: z.uuid().optional(),
  /** True: only what is archived. Left out: what is at work, and with a search everything that is found. */
  archived: z.enum(['true', 'false']).optional(),
  sort: z.enum(['-updatedAt', 'updatedAt', '-publishedAt', 'dueAt', '-createdAt', 'title']).default('-updatedAt'),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type StoryListQuery = z.output<typeof storyListQuery>;
export const storyListView = z.strictObject({ items: z.array(listedStory), next: z.string().nullable() });
/** How many stories stand in each working state, within what the asker may see. */
export const storyCounts = z.strictObject({
  draft: z.int(),
  returned: z.int(),
  first_review: z.int(),
  first_proof: z.int(),
  second_review: z.int(),
  second_proof: z.int(),
  final_review: z.int(),
  third_proof: z.int(),
  read_aloud: z.int(),
  sign_off: z.int(),
  urgent_review: z.int(),
  signed_off: z.int(),
  held: z.int(),
  afterReview: z.int(),
  withdrawn: z.int(),
});

export const revisionLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  textHash: z.string(),
  writtenBy: person,
  /** Everybody who wrote at it since the version before. */
  writers: z.array(person),
  writtenAt: moment,
});
export const revisionListView = z.strictObject({ items: z.array(revisionLine) });
export const revisionView = revisionLine.extend({ text: z.looseObject({}) });
/** What changed between two revisions, in reading order; see the document package for the runs. */
export const differenceQuery = z.strictObject({ from: z.uuid(), to: z.uuid() });
export const differenceView = z.strictObject({
  from: revisionLine,
  to: revisionLine,
  changeCount: z.int(),
  blocks: z.array(z.looseObject({ kind: z.enum(['same', 'changed', 'added', 'removed']) })),
});
export const editionLine = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  kind: z.enum(['first', 'update', 'correction']),
  path: z.string(),
  /** The name of its chain. */
  chain: words,
  revisionId: z.uuid(),
  textHash: z.string(),
  byline: z.string(),
  correctionNote: z.string().nullable(),
  /** Of an update: what is new, for the public. */
  updateNote: z.string().nullable(),
  publishedAt: moment,
});
export const editionListView = z.strictObject({ items: z.array(editionLine) });
export const historyView = z.strictObject({
  items: z.array(
    z.strictObject({
      from: z.string().nullable(),
      to: z.string(),
      actor: z.strictObject({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
      reason: z.string().nullable(),
      at: moment,
    }),
  ),
});
