import { defineStates } from '#platform/states';
import { chainStepShape } from '../contract/story.ts';

/** The steps at which somebody signs a text in work, in their usual order. A county's chain puts them into its own (`chain/`). */
export const reviewSteps = chainStepShape.options;
/** A step of a chain. A text that waits for it is in the state of the same name. */
export type ChainStepName = (typeof reviewSteps)[number];
/** A step at which somebody signs: of a chain, or a review owed afterwards. */
export type ReviewStep = ChainStepName | 'after_review' | 'withdrawal_review';

/** Where the text in work stands at the desk. What the public sees is apart (`public_state`), so that a published story stays while its correction is reviewed. */
export type StoryState =
  | 'draft'
  | 'returned'
  | ChainStepName
  | 'signed_off'
  | 'held'
  | 'rejected'
  | 'done'
  | 'discarded';

/** Whether the text waits for a signature of its chain. */
export const isInReview = (state: StoryState): state is ChainStepName =>
  (reviewSteps as readonly string[]).includes(state);

/** What the guards look at. */
interface AtDesk {
  readonly id: string;
  readonly state: StoryState;
  readonly editionId: string | null;
  /** Read for changes of state in review: the first step of the round's chain that nobody has signed (or whose signature was taken back), or null when every signature is there. */
  readonly nextStep?: ChainStepName | null | undefined;
}

const reviews = Object.fromEntries(
  reviewSteps.map((step): [ChainStepName, StoryState[]] => [
    step,
    [...reviewSteps.filter((other) => other !== step), 'done', 'signed_off', 'returned', 'draft', 'held', 'rejected'],
  ]),
) as Record<ChainStepName, StoryState[]>;

/** The desk's states. In review the story's chain says which step is next; an edit leads back to the first step whose signature fell; `signed_off` waits for its time of publication; `held` is kept for later by a reviewer and comes back to its step; `rejected` ended without a publication; `done` means that nothing is in work. */
export const storyStates = defineStates<StoryState, AtDesk>(
  'story',
  'newsroom.stories',
  'draft',
  {
    draft: [...reviewSteps, 'discarded', 'done'],
    returned: [...reviewSteps, 'discarded', 'done'],
    ...reviews,
    signed_off: ['done', ...reviewSteps],
    held: [...reviewSteps, 'draft'],
    rejected: ['draft', ...reviewSteps],
    done: ['draft'],
    discarded: ['draft'],
  },
  [
    ...reviewSteps.map((to) => ({
      name: 'next-in-chain',
      from: [
        'draft',
        'returned',
        ...reviewSteps.filter((other) => other !== to),
        'signed_off',
        'held',
        'rejected',
      ] satisfies StoryState[] as StoryState[],
      to,
      holds: ({ nextStep }: AtDesk) => nextStep === to,
    })),
    // Of a published story only the correction in work is dropped.
    {
      name: 'never-published',
      from: ['draft', 'returned'],
      to: 'discarded',
      holds: ({ editionId }) => editionId === null,
    },
    {
      name: 'not-public',
      from: [...reviewSteps],
      to: 'rejected',
      holds: ({ editionId }) => editionId === null,
    },
    { name: 'edition-stands', from: ['draft', 'returned'], to: 'done', holds: ({ editionId }) => editionId !== null },
    {
      name: 'every-step-signed',
      from: [...reviewSteps, 'signed_off'],
      to: 'done',
      holds: ({ nextStep }) => nextStep === null,
    },
    { name: 'every-step-signed', from: [...reviewSteps], to: 'signed_off', holds: ({ nextStep }) => nextStep === null },
  ],
  { in_review: reviewSteps },
);

/** The states in which nobody works at the text: to change it, somebody takes it up first. */
const resting: readonly StoryState[] = ['held', 'rejected', 'done', 'discarded'];
/** Whether the text may be written at. */
export const isInWork = (state: StoryState): boolean => !resting.includes(state);

/** A step as it is signed: on which side of the round, by which roles, within how many minutes before the person on duty is told. */
export interface StepRule {
  readonly step: ReviewStep;
  readonly side: string;
  readonly roles: readonly string[];
  readonly dueMinutes: number;
}

/** Which roles a chain may ask for a step; the chain's own list narrows it. */
export const mayBeAsked: Readonly<Record<ChainStepName, readonly string[]>> = {
  first_review: ['editor', 'section-head', 'chief-editor'],
  second_review: ['editor', 'section-head', 'chief-editor'],
  final_review: ['section-head', 'chief-editor'],
  first_proof: ['proofreader', 'editor', 'section-head', 'chief-editor'],
  second_proof: ['proofreader', 'editor', 'section-head', 'chief-editor'],
  third_proof: ['proofreader', 'editor', 'section-head', 'chief-editor'],
  read_aloud: ['proofreader', 'editor', 'section-head', 'chief-editor'],
  sign_off: ['section-head', 'chief-editor'],
  urgent_review: ['section-head', 'chief-editor'],
};

/** Reviewed afterwards within a day, by somebody who had no part in it. */
export const afterReview: StepRule = {
  step: 'after_review',
  side: 'after',
  roles: ['chief-editor', 'section-head'],
  dueMinutes: 24 * 60,
};

/** A withdrawal acts at once and is reviewed within a day, by somebody else: it stands, or the story comes back. */
export const withdrawalReview: StepRule = {
  step: 'withdrawal_review',
  side: 'after',
  roles: ['chief-editor', 'section-head'],
  dueMinutes: 24 * 60,
};

/** Whether a step is a review owed afterwards, outside of any chain. */
export const isOwed = (step: string): boolean => step === afterReview.step || step === withdrawalReview.step;
