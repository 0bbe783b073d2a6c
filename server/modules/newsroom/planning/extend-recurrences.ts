import { today } from '#places';
import { systemActor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import { aheadDays, makeOccurrences } from './make-occurrences.ts';
import { daysAfter, ruleDays } from '#platform/recurrence-rule';
import { recurrencesToExtend, storeMadeUntil } from './recurrence-queries.ts';

/** Makes the ideas of recurrences whose dates have come within two months. Answers how many. */
export const extendRecurrences = (ctx: Ctx): Promise<number> =>
  ctx.transaction(async (tx) => {
    const from = today(tx);
    const until = daysAfter(from, aheadDays);
    let made = 0;
    for (const one of await recurrencesToExtend(tx, until)) {
      // Where nothing ran for months, what went by meanwhile is not planned any more.
      const days = ruleDays(one.rule, one.startsOn, daysAfter(one.madeUntil, 1), until).filter((day) => day >= from);
      await makeOccurrences(tx, systemActor('newsroom.extend-recurrences'), one, days);
      await storeMadeUntil(tx, one.id, until);
      made += days.length;
    }
    return made;
  });
