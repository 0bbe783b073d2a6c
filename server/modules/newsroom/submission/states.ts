import { defineStates } from '#platform/states';

/** Where a submission stands: with the desk (waiting), taken by it, part of another story, back with its sender, or not used. */
export type SubmissionState = 'waiting' | 'accepted' | 'merged' | 'returned' | 'rejected' | 'taken_back';

/** 来稿: handing in anew always leads back to waiting; what the desk takes up itself (an answer taken back, a rejected text opened again, one handed in for its sender) is accepted. */
export const submissionStates = defineStates<SubmissionState>('submission', 'newsroom.submissions', 'waiting', {
  waiting: ['accepted', 'merged', 'returned', 'rejected', 'taken_back'],
  accepted: ['merged', 'returned', 'rejected', 'taken_back', 'waiting'],
  merged: ['waiting', 'accepted'],
  returned: ['waiting', 'accepted'],
  rejected: ['accepted'],
  taken_back: ['waiting', 'accepted'],
});
