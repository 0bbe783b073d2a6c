import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { beginCorrection } from '../edition/begin-correction.ts';
import { placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { reportForUpdate } from './error-report-queries.ts';
import type { ErrorReport } from './error-report-queries.ts';
import { errorReportStates } from './states.ts';

/** One click: the story opens as a correction draft, with the reader's words as the first note for the public. A story whose correction is in work takes the report into that one. Refuses: WrongState (409) when the report is dealt with. */
export async function correctFromReport(
  ctx: Ctx,
  actor: Actor,
  request: { reportId: string; note?: string | undefined },
): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const report = await newReport(tx, actor, request.reportId);
    const note = request.note ?? report.words.slice(0, 300);
    const present = await storyForUpdate(tx, report.storyId);
    const inWork = present.editionId !== null && present.state !== 'done';
    const story = inWork ? present : await beginCorrection(ctx, actor, { storyId: report.storyId, note });
    await settle(tx, actor, report, 'taken', null);
    return story;
  });
}

/** Nothing was wrong: the answer says why, for the desk and for the reader if they left an address. Refuses: WrongState (409). */
export async function dismissReport(
  ctx: Ctx,
  actor: Actor,
  request: { reportId: string; answer: string },
): Promise<ErrorReport> {
  return ctx.transaction(async (tx) => {
    const report = await newReport(tx, actor, request.reportId);
    await settle(tx, actor, report, 'dismissed', request.answer);
    return reportForUpdate(tx, report.id);
  });
}

async function newReport(tx: Tx, actor: Actor, id: string): Promise<ErrorReport> {
  const report = await reportForUpdate(tx, id);
  const story = await storyById(tx, report.storyId);
  mustSee(tx, actor, 'error-report.list', story);
  must(tx, actor, 'error-report.handle', story);
  if (report.state !== 'new') refuse('WrongState', { noun: 'error-report', state: report.state });
  return report;
}

async function settle(
  tx: Tx,
  actor: Actor,
  report: ErrorReport,
  state: 'taken' | 'dismissed',
  answer: string | null,
): Promise<void> {
  const handledBy = actor.kind === 'person' ? actor.id : null;
  await move(tx, errorReportStates, report, state, { by: actor }, { answer, handled_by: handledBy, settled_at: tx.at });
  await audit(tx, actor, {
    act: state === 'taken' ? 'error-report.take' : 'error-report.dismiss',
    noun: 'error-report',
    subjectId: report.id,
    placeId: placeOf(await storyById(tx, report.storyId)),
  });
}
