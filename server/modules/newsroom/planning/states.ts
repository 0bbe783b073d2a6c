import { defineStates } from '#platform/states';

/** Where an idea stands: open, brought to its end, or given up. */
export type IdeaState = 'open' | 'done' | 'dropped';

/** 选题: what was given up or is done can be opened again. */
export const ideaStates = defineStates<IdeaState>('idea', 'newsroom.ideas', 'open', {
  open: ['done', 'dropped'],
  done: ['open'],
  dropped: ['open'],
});

/** Where an assignment stands. `draft`: nobody is asked yet. `declined`: whoever was asked does not do it, and nobody else is asked yet. */
export type AssignmentState =
  | 'draft'
  | 'assigned'
  | 'accepted'
  | 'declined'
  | 'in_progress'
  | 'submitted'
  | 'done'
  | 'cancelled';

interface Asked {
  readonly id: string;
  readonly state: AssignmentState;
  readonly personId: string | null;
}

const somebody = ({ personId }: Asked): boolean => personId !== null;

/** 报道任务: from the wish to the finished piece. Declining asks for no reason and leads to nothing but the next question. */
export const assignmentStates = defineStates<AssignmentState, Asked>(
  'assignment',
  'newsroom.assignments',
  'draft',
  {
    draft: ['assigned', 'accepted', 'cancelled'],
    assigned: ['assigned', 'accepted', 'declined', 'in_progress', 'submitted', 'done', 'draft', 'cancelled'],
    accepted: ['assigned', 'declined', 'in_progress', 'submitted', 'done', 'draft', 'cancelled'],
    declined: ['assigned', 'accepted', 'draft', 'cancelled'],
    in_progress: ['assigned', 'submitted', 'done', 'draft', 'cancelled'],
    submitted: ['in_progress', 'done', 'cancelled'],
    done: ['in_progress'],
    cancelled: ['draft'],
  },
  [
    {
      name: 'somebody-named',
      from: ['draft', 'assigned', 'accepted', 'declined', 'in_progress'],
      to: 'assigned',
      holds: somebody,
    },
    { name: 'somebody-takes', from: ['draft', 'declined'], to: 'accepted', holds: somebody },
  ],
);

/** States in which somebody has said yes. */
export const underway: readonly AssignmentState[] = ['accepted', 'in_progress', 'submitted'];
/** States after which nothing more is expected. */
export const settled: readonly AssignmentState[] = ['done', 'cancelled'];
