import type { Actor } from '#platform/actor';
import { definePermissions } from '#platform/permits';
import { afterReview, mayBeAsked, withdrawalReview } from './story/states.ts';
import type { StoryRow } from './story/story-queries.ts';

type Story = Pick<StoryRow, 'authorId' | 'placeIds' | 'unitId' | 'state' | 'holderId' | 'editionId'>;

const author = (actor: Actor, story: Story): boolean => actor.kind === 'person' && story.authorId === actor.id;
const authorOfDraft = (actor: Actor, story: Story): boolean =>
  author(actor, story) && (story.state === 'draft' || story.state === 'returned');
// What its author put aside by mistake they take up again themselves. A correction that the desk began is the desk's to drop.
const authorOfUnpublished = (actor: Actor, story: Story): boolean =>
  story.editionId === null && (authorOfDraft(actor, story) || (author(actor, story) && story.state === 'discarded'));
/** The roles of the desk: they see every story of their places. */
export const desk = ['editor', 'section-head', 'chief-editor', 'proofreader'] as const;
// Whoever may write has stories of their own.
const writers = [...desk, 'correspondent'] as const;
/** Who may do what with a story. Correspondents see and change their own; the desk sees all of its places; each review belongs to the roles that the story's chain names. */
export const storyPermissions = definePermissions<Story>('story', {
  'story.list': { roles: [...desk, 'auditor'], relations: { author }, relatedRoles: writers },
  // Counts of sections and places: being an author gives none of them.
  'story.figures': { roles: [...desk, 'auditor'] },
  'story.read': { roles: [...desk, 'auditor'], relations: { author }, relatedRoles: writers },
  'story.write': { roles: writers },
  'story.edit': {
    roles: ['editor', 'section-head', 'chief-editor'],
    relations: { authorOfDraft },
    relatedRoles: writers,
  },
  // When a published notice ends, and what takes its place: no word of the text changes.
  'story.end-notice': { roles: ['editor', 'section-head', 'chief-editor'] },
  'story.comment': { roles: desk, relations: { author }, relatedRoles: writers },
  'story.choose-path': { roles: ['editor', 'section-head', 'chief-editor'] },
  'story.tag': {
    roles: ['editor', 'section-head', 'chief-editor'],
    relations: { authorOfDraft },
    relatedRoles: writers,
  },
  'story.submit': {
    roles: ['editor', 'section-head', 'chief-editor'],
    relations: { authorOfDraft },
    relatedRoles: writers,
  },
  'story.take-back': {
    roles: ['editor', 'section-head', 'chief-editor'],
    relations: { author },
    relatedRoles: writers,
  },
  'story.first_review': { roles: mayBeAsked.first_review, strong: true },
  'story.second_review': { roles: mayBeAsked.second_review, strong: true },
  'story.final_review': { roles: mayBeAsked.final_review, strong: true },
  'story.first_proof': { roles: mayBeAsked.first_proof, strong: true },
  'story.second_proof': { roles: mayBeAsked.second_proof, strong: true },
  'story.third_proof': { roles: mayBeAsked.third_proof, strong: true },
  'story.read_aloud': { roles: mayBeAsked.read_aloud, strong: true },
  'story.sign_off': { roles: mayBeAsked.sign_off, strong: true },
  'story.urgent_review': { roles: mayBeAsked.urgent_review, strong: true, onDuty: true },
  'story.after_review': { roles: afterReview.roles, strong: true },
  'story.assign': { roles: ['editor', 'section-head', 'chief-editor'] },
  'story.hold-over': { roles: ['editor', 'section-head', 'chief-editor'] },
  'story.reopen': { roles: ['editor', 'section-head', 'chief-editor'] },
  'story.archive': { roles: ['editor', 'section-head', 'chief-editor'] },
  'story.withdrawal_review': { roles: withdrawalReview.roles, strong: true },
  'story.schedule': { roles: ['editor', 'section-head', 'chief-editor'] },
  // What a source asked for, loosened while it holds.
  'story.lift-embargo': { roles: ['editor', 'section-head', 'chief-editor'] },
  'story.publish': { roles: mayBeAsked.sign_off, strong: true, reserved: true },
  'story.withdraw': { roles: ['chief-editor', 'section-head'], strong: true, onDuty: true },
  // Nobody is on duty: whoever may give the last signature acts alone, and says why.
  'story.withdraw-in-gap': { roles: mayBeAsked.sign_off, strong: true },
  'story.restore': { roles: ['chief-editor', 'section-head'], strong: true, onDuty: true },
  'story.correct': { roles: ['editor', 'section-head', 'chief-editor'] },
  'story.discard': {
    roles: ['editor', 'section-head', 'chief-editor'],
    relations: { authorOfUnpublished },
    relatedRoles: writers,
  },
  'story.verify': { roles: [...desk, 'auditor'], relations: { author }, relatedRoles: writers },
});

/** 来稿: correspondents see their own; the desk sees and decides those of its places. */
export const submissionPermissions = definePermissions<Story>('submission', {
  'submission.list': { roles: [...desk, 'auditor'], relations: { author }, relatedRoles: writers },
  'submission.decide': { roles: ['editor', 'section-head', 'chief-editor'] },
});

/** 上报: whoever may write here may hand in what another centre published; the desk deals with what changes there afterwards. */
export const contributionPermissions = definePermissions<Story>('contribution', {
  'contribution.send': { roles: writers },
  'contribution.settle': { roles: ['editor', 'section-head', 'chief-editor'] },
});

/** 采用记录: everybody has their own sheet; the desk sees those of its places one by one, enters what outlets took, and the heads amend it and take out the statement for fees. */
export const adoptionPermissions = definePermissions<Story>('adoption', {
  'adoption.list': { roles: [...desk, 'auditor'] },
  'adoption.enter': { roles: ['editor', 'section-head', 'chief-editor'] },
  'adoption.reverse': { roles: ['section-head', 'chief-editor'] },
  'adoption.state': { roles: ['section-head', 'chief-editor'] },
});

/** How many points an adoption counts: whoever writes may know it. */
export const pointTablePermissions = definePermissions('point-table', {
  'point-table.read': { roles: [...writers, 'auditor'] },
  'point-table.decide': { roles: ['chief-editor'], strong: true },
});

/** The mailbox from which submissions come: its secret goes to no other server, so only those who keep the county's settings set it up. */
export const mailboxPermissions = definePermissions('mailbox', {
  'mailbox.read': { roles: ['administrator', 'chief-editor', 'auditor'] },
  'mailbox.set': { roles: ['administrator'], strong: true },
});

/** Who arranges the county's sections. */
export const sectionPermissions = definePermissions('section', {
  'section.arrange': { roles: ['chief-editor', 'administrator'], strong: true },
});

/** The county's own tags: whoever writes uses them, an editor adds one, and order is kept by few. */
export const tagPermissions = definePermissions('tag', {
  'tag.see': { roles: [...writers, 'auditor'] },
  'tag.add': { roles: ['editor', 'section-head', 'chief-editor'] },
  'tag.arrange': { roles: ['section-head', 'chief-editor'] },
});

/** Series of stories. */
export const seriesPermissions = definePermissions('series', {
  'series.see': { roles: [...writers, 'auditor'] },
  'series.arrange': { roles: ['editor', 'section-head', 'chief-editor'] },
});

/** Who arranges how texts are reviewed; the desk may read it. */
export const chainPermissions = definePermissions('chain', {
  'chain.read': { roles: [...desk, 'auditor'] },
  'chain.arrange': { roles: ['chief-editor'], strong: true },
});

/** Who says what stands at the head of the front page and of sections. */
export const frontPermissions = definePermissions('front', {
  'front.arrange': { roles: ['editor', 'section-head', 'chief-editor'] },
});

/** Who plans what goes out at one moment, and who sees it; sending it out asks for `story.publish` over each story besides. */
export const releasePermissions = definePermissions('release', {
  'release.see': { roles: [...desk, 'auditor'] },
  'release.plan': { roles: ['editor', 'section-head', 'chief-editor'] },
});

/** Who draws samples for inspection and takes them out of the house. */
export const inspectionPermissions = definePermissions('inspection', {
  'inspection.draw': { roles: ['chief-editor', 'administrator', 'auditor'], strong: true },
});

/** Who deals with what readers report. */
export const errorReportPermissions = definePermissions('error-report', {
  'error-report.list': { roles: ['editor', 'section-head', 'chief-editor', 'proofreader'] },
  'error-report.handle': { roles: ['editor', 'section-head', 'chief-editor'] },
  'error-report.reopen': { roles: ['editor', 'section-head', 'chief-editor'] },
});

/** Who knows and keeps the county's own names and terms. Whoever writes needs them for the checks of a text. */
export const lexiconPermissions = definePermissions('lexicon', {
  'lexicon.read': { roles: [...writers, 'auditor'] },
  'lexicon.write': { roles: desk },
});

/** Who says which checks a county uses. */
export const checkPermissions = definePermissions('check', {
  'check.switch': { roles: ['chief-editor'] },
});
