import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Ctx } from '#platform/transaction';
import { forgetApplication } from './answer-application.ts';

/** So long an application may lie unanswered, in days. */
const keptDays = 90;
const byTheClock = systemActor('volunteering.forget');

/** Erases applications that nobody answered in three months: whoever was left without an answer is at least not kept. */
export async function forgetApplications(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    const old = await tx.named<{ id: string }>(
      'volunteering.old-applications',
      `update volunteering.applications set verdict = 'declined', answered_at = $3 where county_id = $1 and sent_at < $2 and verdict is null returning id`,
      [tx.countyId, new Date(tx.at.getTime() - keptDays * 86_400_000), tx.at],
    );
    for (const { id } of old) {
      await forgetApplication(tx, id);
      await audit(tx, byTheClock, { act: 'application.forget', noun: 'application', subjectId: id });
    }
  });
}
