import { defineStates } from '#platform/states';

export type CopyState = 'waiting' | 'published' | 'drifted' | 'failed' | 'withdrawn' | 'replaced';

/** A copy in a channel. `published` means that the receipt is in; `drifted` that what was read back is another text. */
export const copyStates = defineStates<CopyState>('copy', 'channels.copies', 'waiting', {
  waiting: ['published', 'failed', 'replaced'],
  published: ['drifted', 'withdrawn', 'replaced'],
  drifted: ['published', 'withdrawn', 'replaced'],
  failed: ['waiting', 'replaced'],
  withdrawn: ['published', 'replaced'],
  replaced: [],
});
