import type { Actor } from '#platform/actor';
import { definePermissions } from '#platform/permits';
import { afterReview, chains } from './story/states.ts';
import type { StoryRow } from './story/story-queries.ts';

type Story = Pick<StoryRow, 'authorId' | 'placeIds' | 'unitId' | 'state' | 'holderId'>;

const author = (actor: Actor, story: Story): boolean => actor.kind === 'person' && story.authorId === actor.id;
const authorOfDraft = (actor: Actor, story: Story): boolean =>
  author(actor, story) && (story.state === 'draft' || story.state === 'returned');
// What its author put aside by mistake they take up again themselves.
const authorOfUnpublished = (actor: Actor, story: Story): boolean =>
  authorOfDraft(actor, story) || (author(actor, story) && story.state === 'discarded');
const desk = ['editor', 'section-head', 'chief-editor', 'proofreader'] as const;
// Whoever may write has stories of their own.
const writers = [...desk, 'correspondent'] as const;
const rolesOf = (step: string): string[] => [
  ...new Set(
    Object.values(chains).flatMap((chain) => chain.filter((rule) => rule.step === step).flatMap((rule) => rule.roles)),
  ),
];

/** Who may do what with a story. Correspondents see and change their own; the desk sees all of its places; each review belongs to its role. */
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
  'story.choose-path': { roles: ['editor', 'section-head', 'chief-editor'] },
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
  'story.first_review': { roles: rolesOf('first_review'), strong: true },
  'story.second_review': { roles: rolesOf('second_review'), strong: true },
  'story.final_review': { roles: rolesOf('final_review'), strong: true },
  'story.urgent_review': { roles: rolesOf('urgent_review'), strong: true, onDuty: true },
  'story.after_review': { roles: afterReview.roles, strong: true },
  'story.schedule': { roles: ['editor', 'section-head', 'chief-editor'] },
  'story.publish': { roles: [...new Set([...rolesOf('final_review'), ...rolesOf('urgent_review')])], strong: true },
  'story.withdraw': { roles: ['chief-editor', 'section-head'], strong: true, onDuty: true },
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

/** Who arranges the county's sections. */
export const sectionPermissions = definePermissions('section', {
  'section.arrange': { roles: ['chief-editor', 'administrator'], strong: true },
});

/** Who draws samples for inspection and takes them out of the house. */
export const inspectionPermissions = definePermissions('inspection', {
  'inspection.draw': { roles: ['chief-editor', 'administrator', 'auditor'], strong: true },
});

/** Who deals with what readers report. */
export const errorReportPermissions = definePermissions('error-report', {
  'error-report.list': { roles: ['editor', 'section-head', 'chief-editor', 'proofreader'] },
  'error-report.handle': { roles: ['editor', 'section-head', 'chief-editor'] },
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
