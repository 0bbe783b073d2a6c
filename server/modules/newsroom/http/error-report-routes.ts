import { z } from 'zod';
import { route } from '#platform/http/route';
import { found } from '#platform/refuse';
import {
  dismissalRequest,
  errorReportListQuery,
  errorReportListView,
  errorReportParams,
  errorReportView,
  reportCorrectionRequest,
  storyView,
} from '../contract.ts';
import { correctFromReport, dismissReport } from '../error-report/handle-report.ts';
import { reopenReport } from '../error-report/reopen-report.ts';
import { readReports, reportView } from '../error-report/read-reports.ts';
import { shown } from './story-routes.ts';

/** What readers reported. They report on the story's own page. */
export const errorReportRoutes = [
  route({
    method: 'GET',
    path: '/error-reports',
    ability: 'error-report.list',
    summary:
      'What readers reported, newest first unless asked otherwise; `suspect` ones ask for a check whether a person wrote them.',
    query: errorReportListQuery,
    answer: errorReportListView,
    handle: ({ ctx, actor, query }) => readReports(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/error-reports/:id/corrections',
    ability: 'error-report.handle',
    summary: 'Opens the story as a correction draft with the reader’s words as the note.',
    params: errorReportParams,
    body: reportCorrectionRequest,
    answer: storyView,
    refuses: ['NotFound', 'WrongState', 'NotPublished'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => correctFromReport(ctx, actor, { reportId: params.id, note: body.note })),
  }),
  route({
    method: 'POST',
    path: '/error-reports/:id/dismissals',
    ability: 'error-report.handle',
    summary: 'Nothing was wrong; the answer says why.',
    params: errorReportParams,
    body: dismissalRequest,
    answer: errorReportView,
    refuses: ['NotFound', 'WrongState'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async (tx) =>
        found(
          await reportView(tx, actor, await dismissReport(ctx, actor, { reportId: params.id, answer: body.answer })),
        ),
      ),
  }),
  route({
    method: 'POST',
    path: '/error-reports/:id/reopenings',
    ability: 'error-report.reopen',
    summary: 'Opens a dismissed report again: it waits at the desk like a new one.',
    params: errorReportParams,
    body: z.strictObject({}),
    answer: errorReportView,
    refuses: ['NotFound', 'WrongState'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) =>
        found(await reportView(tx, actor, await reopenReport(ctx, actor, { reportId: params.id }))),
      ),
  }),
];
