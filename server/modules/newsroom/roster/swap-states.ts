import { defineStates } from '#platform/states';

/** Where a change of places stands. */
export type SwapState = 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'confirmed';

/** 换班: asked, accepted by the other, confirmed by somebody who arranges the watch and has no part in it. */
export const swapStates = defineStates<SwapState>('swap', 'newsroom.shift_swaps', 'asked', {
  asked: ['accepted', 'declined', 'withdrawn'],
  accepted: ['confirmed', 'declined', 'withdrawn'],
  declined: [],
  withdrawn: [],
  confirmed: [],
});
