import type { frontView } from '@xiangyin/server/contract';
import { queries } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';

/** A front as the API answers it. */
export type Front = Answer<typeof frontView>;

/** Under which key a front is kept; null is the county's front page. */
export const frontKey = (section: string | null): readonly unknown[] => ['front', section];

/** Every change answers the front as it stands then. */
export const frontChanged = (front: Front): void => {
  queries.setQueryData(frontKey(front.section?.id ?? null), front);
};
