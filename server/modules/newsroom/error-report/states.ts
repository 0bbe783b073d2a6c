import { defineStates } from '#platform/states';

export type ErrorReportState = 'new' | 'taken' | 'dismissed';

/** A reader's report: taken into a correction, or answered that nothing was wrong, which may turn out otherwise. */
export const errorReportStates = defineStates<ErrorReportState>('error-report', 'newsroom.error_reports', 'new', {
  new: ['taken', 'dismissed'],
  taken: [],
  dismissed: ['new'],
});
