import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import { placeOf, storyById } from '../story/story-queries.ts';
import { answerDue } from './answer-due.ts';
import { reportForUpdate } from './error-report-queries.ts';
import type { ErrorReport } from './error-report-queries.ts';
import { errorReportStates } from './states.ts';

/** Something was wrong after all: the report waits at the desk again, with a day of its own. What was answered stays beside it until it is dealt with anew. Refuses: NotFound (404), Forbidden (403), WrongState (409) unless it was dismissed. */
export async function reopenReport(ctx: Ctx, actor: Actor, request: { reportId: string }): Promise<ErrorReport> {
  return ctx.transaction(async (tx) => {
    const report = await reportForUpdate(tx, request.reportId);
    const story = await storyById(tx, report.storyId);
    mustSee(tx, actor, 'error-report.list', story);
    must(tx, actor, 'error-report.reopen', story);
    await move(tx, errorReportStates, report, 'new', { by: actor }, { due_at: answerDue(tx.at), settled_at: null });
    await audit(tx, actor, {
      act: 'error-report.reopen',
      noun: 'error-report',
      subjectId: report.id,
      placeId: placeOf(story),
    });
    return reportForUpdate(tx, report.id);
  });
}
