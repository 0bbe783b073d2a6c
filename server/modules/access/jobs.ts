import type { Recurring } from '#platform/recurring';
import { forgetChallenges } from './challenge-queries.ts';
import { forgetJourneys } from './oidc/oidc-journeys.ts';
import { forgetSessions } from './session-queries.ts';

/** Forgets what has served its time: challenges after a day, ended sessions after ninety days. */
export const recurring: readonly Recurring[] = [
  {
    name: 'access.forget',
    everySeconds: 3_600,
    cannotBeUndone: true,
    run: async (ctx) => {
      await ctx.transaction(forgetChallenges);
      await ctx.transaction(forgetJourneys);
      await ctx.transaction(forgetSessions);
    },
  },
];
