export { demonstrationAccountsFile, emptyDemonstration } from './county/empty-demonstration.ts';
export { mountMetrics } from './metrics/mount-metrics.ts';
