import { defineStates } from '#platform/states';

export type CopyState =
  | 'planned'
  | 'waiting'
  | 'sending'
  | 'accepted'
  | 'published'
  | 'drifted'
  | 'failed'
  | 'manual'
  | 'withdrawing'
  | 'withdrawn'
  | 'superseded';

/** A copy in a channel. `planned`: as soon as the worker comes to it. `waiting`: for its hour, its quota, its next try. `accepted`: the channel took it and says no more. `published`: its receipt says where it stands. `drifted`: what was read back is another text. `manual`: a person brings it there. `withdrawing`: its recall is on the way.
 *  What stood somewhere is `superseded` only when the later edition stands there; what never left, at once. */
export const copyStates = defineStates<CopyState>('copy', 'channels.copies', 'planned', {
  planned: ['waiting', 'sending', 'manual', 'failed', 'withdrawn', 'superseded'],
  waiting: ['planned', 'sending', 'manual', 'failed', 'withdrawn', 'superseded'],
  sending: ['accepted', 'published', 'waiting', 'failed', 'manual', 'withdrawing', 'withdrawn', 'superseded'],
  accepted: ['published', 'withdrawing', 'superseded'],
  published: ['drifted', 'withdrawing', 'withdrawn', 'superseded'],
  drifted: ['published', 'withdrawing', 'withdrawn', 'superseded'],
  failed: ['planned', 'manual', 'withdrawing', 'withdrawn', 'superseded'],
  manual: ['published', 'failed', 'withdrawing', 'withdrawn', 'superseded'],
  withdrawing: ['withdrawn', 'planned', 'manual', 'superseded'],
  withdrawn: ['published', 'planned', 'superseded'],
  superseded: [],
});
