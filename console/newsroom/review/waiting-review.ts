import type { WaitingLine, WaitingList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { keep, keptOf } from '../../kit/kept.ts';
import { useWaiting } from '../../kit/waiting.ts';

const kinds = ['newsroom.review', 'newsroom.after-review', 'newsroom.withdrawal-review'];
const isReview = ({ kind }: WaitingLine): boolean => kinds.includes(kind);
/** The review of a waiting card, as an address of this console. */
export const reviewOf = ({ subjectId }: WaitingLine): string => `/stories/${subjectId}/review`;

/** What else waits for my signature, the most urgent first. */
export function useWaitingReviews(): readonly WaitingLine[] {
  return (useWaiting().data?.items ?? []).filter(isReview);
}

/** The next text that waits for my signature, asked anew, without the one just dealt with. */
export const nextReview = async (without: string): Promise<WaitingLine | undefined> =>
  (await read<WaitingList>('/me/waiting', {})).items.find((line) => isReview(line) && line.subjectId !== without);

const setting = 'review-next';
/** Whether the next text opens by itself after a signature: unless this person said otherwise in this browser. */
export const opensNext = (personId: string): boolean => keptOf<boolean>(personId, setting)?.value ?? true;
export const setOpensNext = (personId: string, value: boolean): void => keep(personId, setting, value);
