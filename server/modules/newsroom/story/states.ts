import { defineStates } from '#platform/states';

/** Where the text in work stands at the desk. What the public sees is apart (`public_state`), so that a published story stays while its correction is reviewed. */
export type StoryState =
  | 'draft'
  | 'returned'
  | 'first_review'
  | 'second_review'
  | 'final_review'
  | 'urgent_review'
  | 'signed_off'
  | 'held'
  | 'rejected'
  | 'done'
  | 'discarded';

/** What the guards look at. */
interface AtDesk {
  readonly id: string;
  readonly state: StoryState;
  readonly path: ReviewPath;
  readonly roundId: string | null;
  readonly editionId: string | null;
  readonly heldFrom: string | null;
}

const hasRound = ({ roundId }: AtDesk): boolean => roundId !== null;

/** The desk's states. An edit in review leads back to the first step of its path; `signed_off` waits for its time of publication; `held` is kept for later by a reviewer and comes back to its step; `rejected` ended without a publication; `done` means that nothing is in work. */
export const storyStates = defineStates<StoryState, AtDesk>(
  'story',
  'newsroom.stories',
  'draft',
  {
    draft: ['first_review', 'urgent_review', 'discarded', 'done'],
    returned: ['first_review', 'urgent_review', 'second_review', 'final_review', 'discarded', 'done'],
    first_review: ['second_review', 'returned', 'draft', 'held', 'rejected'],
    second_review: ['final_review', 'returned', 'first_review', 'draft', 'held', 'rejected'],
    final_review: ['done', 'signed_off', 'returned', 'first_review', 'second_review', 'draft', 'held', 'rejected'],
    urgent_review: ['done', 'signed_off', 'returned', 'draft', 'held', 'rejected'],
    signed_off: ['done', 'first_review', 'urgent_review', 'final_review'],
    held: ['first_review', 'second_review', 'final_review', 'urgent_review', 'draft'],
    rejected: ['draft', 'first_review', 'second_review', 'final_review', 'urgent_review'],
    done: ['draft'],
    discarded: ['draft'],
  },
  [
    {
      name: 'not-urgent',
      from: ['draft', 'returned', 'signed_off'],
      to: 'first_review',
      holds: ({ path }) => path !== 'urgent',
    },
    {
      name: 'urgent',
      from: ['draft', 'returned', 'signed_off'],
      to: 'urgent_review',
      holds: ({ path }) => path === 'urgent',
    },
    // Of a published story only the correction in work is dropped.
    {
      name: 'never-published',
      from: ['draft', 'returned'],
      to: 'discarded',
      holds: ({ editionId }) => editionId === null,
    },
    {
      name: 'not-public',
      from: ['first_review', 'second_review', 'final_review', 'urgent_review'],
      to: 'rejected',
      holds: ({ editionId }) => editionId === null,
    },
    { name: 'edition-stands', from: ['draft', 'returned'], to: 'done', holds: ({ editionId }) => editionId !== null },
    {
      name: 'round-open',
      from: ['final_review', 'urgent_review', 'signed_off'],
      to: 'done',
      holds: ({ roundId }) => roundId !== null,
    },
    // Back to a step: only when its signature is taken back, and its round with it.
    { name: 'taken-back-second', from: ['returned', 'rejected', 'final_review'], to: 'second_review', holds: hasRound },
    { name: 'taken-back-final', from: ['returned', 'rejected', 'signed_off'], to: 'final_review', holds: hasRound },
    { name: 'taken-back-first', from: ['rejected'], to: 'first_review', holds: hasRound },
    { name: 'taken-back-urgent', from: ['rejected'], to: 'urgent_review', holds: hasRound },
    ...(['first_review', 'second_review', 'final_review', 'urgent_review'] as const).map((to) => ({
      name: `held-at-${to}`,
      from: ['held'] as const,
      to,
      holds: ({ heldFrom }: AtDesk) => heldFrom === to,
    })),
  ],
);

/** The states in which nobody works at the text: to change it, somebody takes it up first. */
const resting: readonly StoryState[] = ['held', 'rejected', 'done', 'discarded'];
/** Whether the text may be written at. */
export const isInWork = (state: StoryState): boolean => !resting.includes(state);

/** The steps at which somebody signs. */
export type ReviewStep =
  | 'first_review'
  | 'second_review'
  | 'final_review'
  | 'urgent_review'
  | 'after_review'
  | 'withdrawal_review';
/** How many people stand behind a publication. */
export type ReviewPath = 'full' | 'paired' | 'urgent';

/** A step of a path: whose side signs it, and which roles may. */
export interface StepRule {
  readonly step: ReviewStep;
  readonly side: string;
  readonly roles: readonly string[];
}

/** The chain of each path: the steps in order, who may act, and which steps one person may take together (same side).
 *  full: three reviews by three people. paired: a small desk; first and second review may be one person's. urgent: one editor writes, one signer on duty. */
export const chains: Readonly<Record<ReviewPath, readonly StepRule[]>> = {
  full: [
    { step: 'first_review', side: 'first', roles: ['editor'] },
    { step: 'second_review', side: 'second', roles: ['section-head'] },
    { step: 'final_review', side: 'final', roles: ['chief-editor'] },
  ],
  paired: [
    { step: 'first_review', side: 'reviews', roles: ['editor', 'section-head'] },
    { step: 'second_review', side: 'reviews', roles: ['editor', 'section-head'] },
    { step: 'final_review', side: 'final', roles: ['chief-editor'] },
  ],
  urgent: [{ step: 'urgent_review', side: 'final', roles: ['chief-editor', 'section-head'] }],
};

/** Reviewed afterwards within a day, by somebody who had no part in it. */
export const afterReview: StepRule = { step: 'after_review', side: 'after', roles: ['chief-editor', 'section-head'] };

/** A withdrawal acts at once and is reviewed within a day, by somebody else: it stands, or the story comes back. */
export const withdrawalReview: StepRule = {
  step: 'withdrawal_review',
  side: 'after',
  roles: ['chief-editor', 'section-head'],
};

/** How long each step may take, in minutes, before the person on duty is told. */
export const stepMinutes: Readonly<Record<ReviewStep, number>> = {
  first_review: 120,
  second_review: 120,
  final_review: 60,
  urgent_review: 10,
  after_review: 24 * 60,
  withdrawal_review: 24 * 60,
};

/** The state that a submitted text takes first on its path. */
export const firstStep = (path: ReviewPath): 'first_review' | 'urgent_review' =>
  path === 'urgent' ? 'urgent_review' : 'first_review';

/** The step a story waits at, or undefined. */
export const stepOf = (path: ReviewPath, state: StoryState): StepRule | undefined =>
  chains[path].find((rule) => rule.step === state);

/** The step after this one; undefined after the last, which publishes. */
export function nextStep(path: ReviewPath, step: ReviewStep): StepRule | undefined {
  const chain = chains[path];
  return chain[chain.findIndex((rule) => rule.step === step) + 1];
}
