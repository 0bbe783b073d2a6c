import { defineStates } from '#platform/states';

/** Where a submission stands: with the desk (waiting), taken by it, part of another story, back with its sender. */
export type SubmissionState = 'waiting' | 'accepted' | 'merged' | 'returned' | 'taken_back';

/** 来稿: handing in anew always leads back to waiting. */
export const submissionStates = defineStates<SubmissionState>('submission', 'newsroom.submissions', 'waiting', {
  waiting: ['accepted', 'merged', 'returned', 'taken_back'],
  accepted: ['merged', 'returned', 'taken_back', 'waiting'],
  merged: ['waiting'],
  returned: ['waiting'],
  taken_back: ['waiting'],
});
