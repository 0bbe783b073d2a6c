import { z } from 'zod';
import { words } from '#places/contract';
import { hitShape, languageShape, publicStateShape, storyStateShape } from './story.ts';

const moment = z.iso.datetime();
const person = z.strictObject({ id: z.uuid(), name: z.string() });

/** waiting: the desk has not looked. returned and rejected: by a reviewer's signature. taken_back: by the sender, before anybody signed. */
export const submissionStateShape = z.enum(['waiting', 'accepted', 'merged', 'returned', 'rejected', 'taken_back']);

/** What a correspondent handed in, and what became of it. Its text is the story with the same id. */
export const submissionView = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  hit: hitShape,
  sender: person,
  section: z.strictObject({ id: z.uuid(), name: words }),
  places: z.array(z.strictObject({ id: z.uuid(), name: words })),
  state: submissionStateShape,
  sentAt: moment,
  storyState: storyStateShape,
  /** Of the text as it stands: what is returned is the version that was seen. */
  version: z.int(),
  publicState: publicStateShape,
  /** Which centre published it before and contributed it; `changed`: it was corrected or taken down there, and the desk has not dealt with that. Null: it was written for here. */
  contributed: z.strictObject({ publisher: z.string(), changed: z.boolean() }).nullable(),
  /** Before this moment nothing publishes it, for its source asked so; it may be over. */
  embargoUntil: moment.nullable(),
  /** How many voice notes go with it. */
  voiceNotes: z.int(),
  /** How many attachments go with it, and how many of them are still on their way. */
  attachments: z.strictObject({ all: z.int(), coming: z.int() }),
  mergedInto: z.strictObject({ id: z.uuid(), title: z.string() }).nullable(),
  /** Why it came back or is not used; null unless so. */
  reason: z.string().nullable(),
  decidedBy: person.nullable(),
  decidedAt: moment.nullable(),
  /** What the asker may do with it as it stands. */
  moves: z.array(z.enum(['accept', 'merge'])),
});
export type SubmissionView = z.infer<typeof submissionView>;

/** One submission, and where its words were published: a fact for its sender and their desk. */
export const submissionWhole = submissionView.extend({
  /** Null until the story, or the one that took it over, is published. */
  use: z
    .strictObject({
      storyId: z.uuid(),
      slug: z.string(),
      language: languageShape,
      publishedAt: moment,
      /** Characters of the valid edition that its sender wrote, and all of them; white space left out. */
      ownCharacters: z.int(),
      characters: z.int(),
    })
    .nullable(),
});
export type SubmissionWhole = z.infer<typeof submissionWhole>;

export const submissionListView = z.strictObject({ items: z.array(submissionView), next: z.string().nullable() });
/** `GET /submissions`. `q`: words of the headline or the text, as for stories. `next` goes into `after`. */
export const submissionListQuery = z.strictObject({
  q: z.string().trim().min(1).max(100).optional(),
  state: submissionStateShape.optional(),
  section: z.uuid().optional(),
  place: z.uuid().optional(),
  sender: z.uuid().optional(),
  mine: z.enum(['true', 'false']).optional(),
  sort: z.enum(['-sentAt', 'sentAt', 'title']).default('-sentAt'),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type SubmissionListQuery = z.output<typeof submissionListQuery>;
/** How many wait for the desk, within what the asker may see; at most 1,000 are counted. */
export const submissionCounts = z.strictObject({ waiting: z.int() });

export const submissionParams = z.strictObject({ id: z.uuid() });
/** `POST /submissions/:id/merges`: the story that takes it over; `append` writes its words at the end of that story's text. */
export const submissionMerge = z.strictObject({ storyId: z.uuid(), append: z.boolean().default(true) });
