import type { Actor } from '#platform/actor';
import { abilitiesOn, may, mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { ErrorReportListQuery, ErrorReportView } from '../contract.ts';
import { storyById } from '../story/story-queries.ts';
import { reportList } from './error-report-queries.ts';
import type { ErrorReport } from './error-report-queries.ts';

/** Reports about stories that the asker deals with, in the wanted order. */
export async function readReports(
  ctx: Ctx,
  actor: Actor,
  query: ErrorReportListQuery,
): Promise<{ items: ErrorReportView[]; next: string | null }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'error-report.list');
    const rows = await reportList(tx, actor, 'error-report.list', {
      state: query.state ?? null,
      storyId: query.story ?? null,
      suspect: query.suspect === undefined ? null : query.suspect === 'true',
      id: query.id ?? null,
      search: query.q ?? null,
      placeId: query.place ?? null,
      sort: query.sort,
      after: query.after ?? null,
      limit: query.limit + 1,
    });
    const page = rows.slice(0, query.limit);
    const items: ErrorReportView[] = [];
    for (const report of page)
      items.push(...[await reportView(tx, actor, report)].filter((view) => view !== undefined));
    return { items, next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
  });
}

/** A report as the asker may see it, or undefined when its story lies outside their places. */
export async function reportView(tx: Tx, actor: Actor, report: ErrorReport): Promise<ErrorReportView | undefined> {
  const story = await storyById(tx, report.storyId);
  if (!may(tx, actor, 'error-report.list', story)) return undefined;
  return {
    id: report.id,
    storyId: report.storyId,
    storyTitle: story.title,
    editionId: report.editionId,
    state: report.state,
    words: report.words,
    quote: report.quote,
    contact: report.contact,
    suspect: report.suspect,
    answer: report.answer,
    dueAt: report.dueAt.toISOString(),
    at: report.at.toISOString(),
    abilities: abilitiesOn(tx, actor, 'error-report', story).filter((ability) => fits(ability, report.state)),
  };
}

// What the state allows besides the permission.
const fits = (ability: string, state: ErrorReport['state']): boolean =>
  ability === 'error-report.reopen' ? state === 'dismissed' : state === 'new';
