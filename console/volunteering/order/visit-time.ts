import type { OrderVisit } from '@xiangyin/server/contract';

/** Whether the desk may say how a visit went: from its time on, or once somebody has arrived, who may be two hours early. */
export const hasBegun = (
  { startsAt, checkedInAt }: Pick<OrderVisit, 'startsAt' | 'checkedInAt'>,
  now: number,
): boolean => checkedInAt !== null || Date.parse(startsAt) <= now;

/** The station shows a code from two hours before a visit to a day after it. */
export const isNear = ({ startsAt, endsAt }: Pick<OrderVisit, 'startsAt' | 'endsAt'>, now: number): boolean =>
  now >= Date.parse(startsAt) - 7_200_000 && now <= Date.parse(endsAt) + 86_400_000;
