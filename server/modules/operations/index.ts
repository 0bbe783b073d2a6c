export { isUnsettled, unsettledSince } from './backup/unsettled.ts';
export { demonstrationAccountsFile, emptyDemonstration } from './county/empty-demonstration.ts';
export type { Finding } from './doctor/finding.ts';
export { keepCounts } from './measurements/keep-counts.ts';
export { mountMetrics } from './metrics/mount-metrics.ts';
