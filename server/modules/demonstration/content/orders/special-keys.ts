/** The orders that the guided walk, "my work" and the tests look for. */
export const specialOrderKeys = {
  /** Waits for dispatch: the walk begins here. */
  leakingTap: 'leaking-tap',
  /** Offered to luoxiaochuan; runs out ten minutes after the clock starts. */
  offerExpiring: 'offer-expiring',
  /** luoxiaochuan is expected at seven, one minute after the clock starts. */
  visitDue: 'visit-due',
  /** Confirmed by the resident, not yet rated. */
  awaitingRating: 'awaiting-rating',
  refused: 'refused',
  referred: 'referred',
  helped: 'helped',
  disputed: 'disputed',
  cancelled: 'cancelled',
  merged: 'merged',
  paused: 'paused',
  visitFailed: 'visit-failed',
  reopened: 'reopened',
} as const;
