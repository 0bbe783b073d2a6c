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
 *  What stood somewhere is `superseded` only when the later edition stands there; what never left, at once; what may have left, when it is known. What a person had in hand when it was overtaken may stand there all the same: their receipt says so. Where a later edition can only be sent after it, it is recalled with that one. */
export const copyStates = defineStates<CopyState>('copy', 'channels.copies', 'planned', {
  planned: ['waiting', 'sending', 'manual', 'failed', 'withdrawing', 'withdrawn', 'superseded'],
  waiting: ['planned', 'sending', 'manual', 'failed', 'withdrawing', 'withdrawn', 'superseded'],
  sending: ['accepted', 'published', 'waiting', 'failed', 'manual', 'withdrawing', 'withdrawn', 'superseded'],
  accepted: ['published', 'waiting', 'failed', 'manual', 'withdrawing', 'withdrawn', 'superseded'],
  published: ['drifted', 'withdrawing', 'withdrawn', 'superseded'],
  drifted: ['published', 'planned', 'withdrawing', 'withdrawn', 'superseded'],
  failed: ['planned', 'manual', 'withdrawing', 'withdrawn', 'superseded'],
  manual: ['published', 'failed', 'withdrawn', 'superseded'],
  withdrawing: ['withdrawn', 'published', 'planned', 'superseded'],
  withdrawn: ['published', 'planned', 'failed', 'manual', 'superseded'],
  superseded: ['published', 'withdrawing'],
});

interface Seen {
  readonly state: CopyState;
  readonly mayBeThere: boolean;
}

/** Whether it stands somewhere, as far as anybody knows. */
export const stands = ({ state }: Pick<Seen, 'state'>): boolean =>
  state === 'accepted' || state === 'published' || state === 'drifted';

/** Whether it still stands though it was to be recalled, and the program makes no further try. */
export const isUnrecalled = ({
  state,
  carrier,
  dueAt,
}: Pick<Seen, 'state'> & { readonly carrier: string | null; readonly dueAt: Date | null }): boolean =>
  state === 'withdrawing' && carrier === 'program' && dueAt === null;

/** Whether it still stands because somebody gave its recall up. */
export const isLeftStanding = ({
  state,
  problem,
}: Pick<Seen, 'state'> & { readonly problem: string | null }): boolean =>
  state === 'published' && problem === 'not-withdrawn';

/** Whether somebody meant it to stay at home: it was stopped in its pause, or given up. */
export const isKeptAtHome = ({ problem }: { readonly problem: string | null }): boolean =>
  problem === 'stopped' || problem === 'given-up';

/** Whether it is still there though a later edition stands in its channel: that one could only be sent after it. */
export const isBehindNote = (
  {
    state,
    publishedAt,
    problem,
  }: Pick<Seen, 'state'> & { readonly publishedAt: Date | null; readonly problem: string | null },
  { correct }: { readonly correct: string },
): boolean => state === 'superseded' && publishedAt !== null && problem === null && correct === 'notice';

/** Whether what met with this may have arrived all the same. */
export const isUncertain = (problem: string): boolean =>
  ['timeout', 'broken-off', 'server', 'interrupted'].includes(problem);

/** Whether a sending that has no receipt may have arrived all the same: the answer was lost, not the copy. */
export const mayHaveArrived = ({ state, mayBeThere }: Seen): boolean =>
  mayBeThere && (state === 'failed' || state === 'waiting' || state === 'planned');
