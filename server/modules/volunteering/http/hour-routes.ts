import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import {
  correctionAnswer,
  correctionLine,
  correctionList,
  correctionQuery,
  hourDifferenceAnswer,
  hourDifferenceDecision,
  hourDifferenceLine,
  hourDifferenceList,
  hourDifferenceQuery,
  hourExportQuery,
  hourLine,
  hourSample,
  newCorrection,
  reconciliation,
  reconciliationResult,
  sampleQuery,
  unrecordedList,
  unrecordedQuery,
  unusualList,
  unusualQuery,
} from '../contract.ts';
import { answerCorrection } from '../hours/answer-correction.ts';
import { askCorrection } from '../hours/ask-correction.ts';
import { listCorrections } from '../hours/correction-queries.ts';
import { answerDifference } from '../hours/difference/answer-difference.ts';
import { decideDifference } from '../hours/difference/decide-difference.ts';
import { listDifferences } from '../hours/difference/difference-list.ts';
import { countersignHours } from '../hours/countersign-hours.ts';
import { sampleHours } from '../hours/sample-hours.ts';
import { unrecordedVisits } from '../hours/unrecorded.ts';
import { unusualHours } from '../hours/unusual-entries.ts';
import { nationalFile } from '../national/entries-for-national.ts';
import { reconcileHours } from '../national/reconcile-hours.ts';

const params = z.strictObject({ id: z.uuid() });

/** What is done with entries of the ledger: the second signature, putting right, what is still missing. */
export const hourRoutes = [
  route({
    method: 'POST',
    path: '/hours/:id/signatures',
    ability: 'hours.countersign',
    summary: 'The second signature for what was typed in later.',
    params,
    body: z.strictObject({}),
    answer: hourLine,
    refuses: ['NotWaiting', 'OwnHours', 'SameHand', 'OwnVisit'],
    handle: ({ ctx, actor, params: { id } }) => countersignHours(ctx, actor, id),
  }),
  route({
    method: 'GET',
    path: '/hour-corrections',
    ability: 'own-data.see',
    summary: 'Requests to put hours right: mine, or those of my places, with both versions.',
    query: correctionQuery,
    answer: correctionList,
    handle: ({ ctx, actor, query }) => listCorrections(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/hour-corrections',
    ability: 'hours.ask-correction',
    summary: 'Says that an entry of mine is wrong.',
    body: newCorrection,
    answer: correctionLine,
    refuses: ['AlreadyReversed', 'CorrectionOpen'],
    handle: ({ ctx, actor, body }) => askCorrection(ctx, actor, body),
  }),
  route({
    method: 'POST',
    path: '/hour-corrections/:id/answers',
    ability: 'hours.answer-correction',
    summary: 'Answers a request: amended, or kept, with the reason.',
    params,
    body: correctionAnswer,
    answer: correctionLine,
    refuses: ['AlreadyAnswered', 'AlreadyReversed', 'OwnHours', 'MinutesMissing'],
    handle: ({ ctx, actor, params: { id }, body }) => answerCorrection(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/hour-differences',
    ability: 'own-data.see',
    summary: 'Where both sides say different times: mine, or those of my places.',
    query: hourDifferenceQuery,
    answer: hourDifferenceList,
    handle: ({ ctx, actor, query }) => listDifferences(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/hour-differences/:id/answers',
    ability: 'hours.answer-difference',
    summary: 'Whoever served says that the other side is right, or that somebody shall decide.',
    params,
    body: hourDifferenceAnswer,
    answer: hourDifferenceLine,
    refuses: ['AlreadyAnswered'],
    handle: ({ ctx, actor, params: { id }, body }) => answerDifference(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/hour-differences/:id/decisions',
    ability: 'hours.decide',
    summary: 'Says how long it was, with a reason; both versions stay.',
    params,
    body: hourDifferenceDecision,
    answer: hourDifferenceLine,
    refuses: ['AlreadyAnswered', 'OwnHours', 'SameHand', 'MinutesBeyond'],
    handle: ({ ctx, actor, params: { id }, body }) => decideDifference(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/unrecorded-visits',
    ability: 'hours.countersign',
    summary: 'Visits whose hours are not in the ledger yet, with the end of their ten working days.',
    query: unrecordedQuery,
    answer: unrecordedList,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => unrecordedVisits(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/hour-samples',
    ability: 'hours.inspect',
    summary: 'Entries for a spot check, drawn by a seed.',
    query: sampleQuery,
    answer: hourSample,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => sampleHours(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/unusual-entries',
    ability: 'hours.inspect',
    summary: 'Where a unit entered many hours by one hand in a short time.',
    query: unusualQuery,
    answer: unusualList,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => unusualHours(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/hour-exports',
    ability: 'hours.reconcile',
    summary: 'The entries of a period as CSV for the national system.',
    query: hourExportQuery,
    answer: z.string(),
    answerType: 'text/csv',
    handle: async ({ ctx, actor, query }) =>
      new Raw('text/csv; charset=utf-8', await nationalFile(ctx, actor, query), {
        'content-disposition': `attachment; filename="hours-${query.from}-${query.until}.csv"`,
        'cache-control': 'private, no-store',
      }),
  }),
  route({
    method: 'POST',
    path: '/hour-reconciliations',
    ability: 'hours.reconcile',
    summary: 'Takes in what the national system answered, and says what is alike and what is not.',
    body: reconciliation,
    answer: reconciliationResult,
    handle: ({ ctx, actor, body }) => reconcileHours(ctx, actor, body),
  }),
];
