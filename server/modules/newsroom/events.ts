import { z } from 'zod';
import { defineEvent } from '#platform/events';

// `relatedIds`: other stories whose public pages show something of this one (its original, translations, notices that it succeeds).
const story = {
  storyKind: z.enum(['story', 'notice']).optional(),
  storyId: z.uuid(),
  sectionId: z.uuid(),
  placeIds: z.array(z.uuid()),
  relatedIds: z.array(z.uuid()),
};

/** A text was handed in for its first step. */
export const storySubmitted = defineEvent('story.submitted', 1, 'storyId', {
  ...story,
  step: z.string(),
  byPath: z.string(),
});
/** A step was signed and the next one waits. */
export const storySigned = defineEvent('story.signed', 1, 'storyId', {
  ...story,
  step: z.string(),
  nextStep: z.string(),
});
/** A reviewer returned the text with a reason. */
export const storyReturned = defineEvent('story.returned', 1, 'storyId', {
  ...story,
  step: z.string(),
  authorId: z.uuid(),
});
/** A signer took their signature back before anybody acted on it: its step is open again. */
export const signatureTakenBack = defineEvent('story.signature-taken-back', 1, 'storyId', {
  ...story,
  step: z.string(),
  verdict: z.enum(['approved', 'returned', 'rejected']),
  authorId: z.uuid(),
});
/** A colleague looks after it now, or nobody any more. */
export const storyAssigned = defineEvent('story.assigned', 1, 'storyId', {
  storyId: z.uuid(),
  editorId: z.uuid().nullable(),
  formerId: z.uuid().nullable(),
});
/** A reviewer keeps it for later. */
export const storyHeld = defineEvent('story.held', 1, 'storyId', { ...story, step: z.string(), authorId: z.uuid() });
/** What was kept for later waits at its step again. */
export const storyResumed = defineEvent('story.resumed', 1, 'storyId', { ...story, step: z.string() });
/** A reviewer ended it without a publication, with a reason. */
export const storyRejected = defineEvent('story.rejected', 1, 'storyId', {
  ...story,
  step: z.string(),
  authorId: z.uuid(),
});
/** A rejected text is a draft again. */
export const storyReopened = defineEvent('story.reopened', 1, 'storyId', { ...story, authorId: z.uuid() });
/** An edit voided the signatures given so far. */
export const signaturesVoided = defineEvent('story.signatures-voided', 1, 'storyId', {
  ...story,
  roundId: z.uuid(),
  signatures: z.int(),
});
/** An edition became valid: the first, an update or a correction. */
export const storyPublished = defineEvent('story.published', 1, 'storyId', {
  ...story,
  editionId: z.uuid(),
  number: z.int(),
  kind: z.enum(['first', 'update', 'correction']),
  byPath: z.string(),
  slug: z.string(),
  language: z.string(),
  textHash: z.string(),
  replacesId: z.uuid().nullable(),
});
/** An urgent publication was reviewed by somebody who had no part in it; `returned` asks for a correction. */
export const storyReviewedAfterwards = defineEvent('story.reviewed-afterwards', 1, 'storyId', {
  ...story,
  verdict: z.enum(['approved', 'returned']),
});
/** Taken from the public for checking; the page says so. */
export const storyWithdrawn = defineEvent('story.withdrawn', 1, 'storyId', {
  ...story,
  editionId: z.uuid(),
  slug: z.string(),
});
/** Put back unchanged after checking. */
export const storyRestored = defineEvent('story.restored', 1, 'storyId', {
  ...story,
  editionId: z.uuid(),
  slug: z.string(),
});
/** Its validity, successor, places or section changed without a change of text. `placeIds` holds those before and after. */
export const storyChanged = defineEvent('story.changed', 1, 'storyId', {
  ...story,
  sectionBefore: z.uuid(),
  slug: z.string().nullable(),
  /** Whether what the public sees of it is another: section, places, validity or successor. */
  seen: z.boolean().optional(),
});
/** It has other tags than before; nothing of its text changed. */
export const storyTagged = defineEvent('story.tagged', 1, 'storyId', {
  storyId: z.uuid(),
  relatedIds: z.array(z.uuid()),
  tagIds: z.array(z.uuid()),
});
/** A tag was added, named anew or merged. */
export const tagChanged = defineEvent('tag.changed', 1, 'tagId', { tagId: z.uuid() });
/** A series was begun, named anew, or has other stories; `storyIds`: those it has and had. */
export const seriesChanged = defineEvent('series.changed', 1, 'seriesId', {
  seriesId: z.uuid(),
  storyIds: z.array(z.uuid()),
});
/** Its text in work has a new version; what the public sees is as it was. */
export const storyWritten = defineEvent('story.written', 1, 'storyId', { ...story, version: z.int() });
/** Somebody wrote at its working copy: told among the processes, never stored. */
export const draftWritten = defineEvent('draft.written', 1, 'storyId', { storyId: z.uuid() });
/** Something was said under a comment of a story, or it was settled; `concernedIds`: whom it concerns without being named. */
export const commentWritten = defineEvent('comment.written', 1, 'storyId', {
  storyId: z.uuid(),
  commentId: z.uuid(),
  kind: z.enum(['said', 'resolved', 'reopened']),
  isFirst: z.boolean(),
  mentionedIds: z.array(z.uuid()),
  concernedIds: z.array(z.uuid()),
});
/** A reader reported an error. */
export const errorReported = defineEvent('error-report.made', 1, 'storyId', {
  ...story,
  reportId: z.uuid(),
  suspect: z.boolean(),
});
/** A front page was arranged: the county's (null) or a section's. */
export const frontArranged = defineEvent('front.arranged', 1, 'storyId', {
  storyId: z.uuid(),
  sectionId: z.uuid().nullable(),
});
/** A section was opened, renamed, moved or ended. */
export const sectionChanged = defineEvent('section.changed', 1, 'sectionId', { sectionId: z.uuid() });
/** A letter that the program sent came back as undeliverable for good; by its Message-ID whoever sent it knows it. */
export const letterReturned = defineEvent('letter.returned', 1, 'messageId', {
  messageId: z.string(),
  /** Such as `5.1.1` (RFC 3463). */
  status: z.string(),
});
/** The desk took a submission, or joined it to another story (`storyId`). */
export const submissionDecided = defineEvent('submission.decided', 1, 'submissionId', {
  submissionId: z.uuid(),
  senderId: z.uuid(),
  decision: z.enum(['accepted', 'merged']),
  storyId: z.uuid(),
});
