import type { PostView, ShiftView, SwapView } from '@xiangyin/server/contract';

/** Whether it waits for this person's yes or no: they are asked, or confirm what two others agreed on. */
export const isForMe = ({ asker, moves }: Pick<SwapView, 'asker' | 'moves'>, me: string): boolean =>
  asker.id !== me && moves.some((move) => move === 'accept' || move === 'confirm');

/** The gaps of a watch that is kept, the next one first. A post that nobody was ever put on has none. */
export const gapsAhead = <Post extends Pick<PostView, 'isKept' | 'gaps'>>(
  posts: readonly Post[],
): { post: Post; fromAt: string; untilAt: string }[] =>
  posts
    .filter(({ isKept }) => isKept)
    .flatMap((post) => post.gaps.map((gap) => ({ post, ...gap })))
    .sort((a, b) => (a.fromAt < b.fromAt ? -1 : 1));

/** The shifts that have not begun at this moment, the next one first. */
export const comingShifts = <Post extends { readonly shifts: readonly ShiftView[] }>(
  posts: readonly Post[],
  now: string,
): { post: Post; shift: ShiftView }[] =>
  posts
    .flatMap((post) => post.shifts.filter(({ fromAt }) => fromAt > now).map((shift) => ({ post, shift })))
    .sort((a, b) => (a.shift.fromAt < b.shift.fromAt ? -1 : 1));
