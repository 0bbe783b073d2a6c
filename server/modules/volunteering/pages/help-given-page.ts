import type { Page } from '#platform/page';
import { nextMidnight } from '../county-day.ts';
import { helpGiven } from '../demand/help-given.ts';

/** `/help-given`: how often neighbours were helped, for everybody; counted anew every night. */
export const helpGivenPage: Page = {
  path: '/help-given',
  view: 'volunteering/help-given',
  cached: true,
  load: ({ ctx }) =>
    ctx.transaction(async (tx) => ({
      props: await helpGiven(tx, ctx.language),
      keys: ['services'],
      staleAt: nextMidnight(tx.at, ctx.county.timeZone),
    })),
};
