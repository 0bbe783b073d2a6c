import type { CopyView } from '@xiangyin/server/contract';

/** How a copy stands, as it is shown. `seen`: read back word for word; `silent`: its place did not answer; `missing`: it is there no more; `stuck`: its recall failed, and no further try is made; `left`: its recall was given up; `untold`: its place could not be told that the notice has ended; `not-held`: nor that it goes on; `behind`: a later edition stands behind it, and it is still there. */
export type ShownState =
  | CopyView['state']
  | 'seen'
  | 'silent'
  | 'missing'
  | 'stuck'
  | 'left'
  | 'untold'
  | 'not-held'
  | 'behind';

/** The tone in which each is said, on every screen. */
export const toneOf: Readonly<Record<ShownState, 'plain' | 'ok' | 'due' | 'hot' | 'info'>> = {
  planned: 'info',
  waiting: 'info',
  sending: 'info',
  accepted: 'ok',
  published: 'ok',
  seen: 'ok',
  silent: 'due',
  drifted: 'hot',
  missing: 'hot',
  failed: 'hot',
  manual: 'due',
  withdrawing: 'due',
  stuck: 'hot',
  left: 'hot',
  untold: 'due',
  'not-held': 'due',
  withdrawn: 'plain',
  superseded: 'plain',
  behind: 'info',
};

/** What is shown of a copy's state. "Read back word for word" is said only when the very hash came back. */
export function shownState(copy: CopyView): ShownState {
  const { state, problem } = copy;
  if (copy.behindNote) return 'behind';
  if (state === 'drifted' && problem === 'not-there') return 'missing';
  if (state === 'withdrawing' && problem !== null && copy.dueAt === null) return 'stuck';
  if ((state === 'accepted' || state === 'published') && problem !== null) {
    if (copy.holdsOn) return 'not-held';
    if (copy.endedAt !== null) return 'untold';
  }
  if (state !== 'published') return state;
  if (problem !== null) return problem === 'not-withdrawn' ? 'left' : 'silent';
  return copy.hashSeen === copy.hashSent ? 'seen' : 'published';
}
