import { defineStates } from '#platform/states';

export type ReleaseState = 'planned' | 'released' | 'cancelled';

/** A release is planned, and goes out once or not at all. */
export const releaseStates = defineStates<ReleaseState>('release', 'newsroom.releases', 'planned', {
  planned: ['released', 'cancelled'],
  released: [],
  cancelled: [],
});
