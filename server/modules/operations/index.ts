export { mountMetrics } from './metrics/mount-metrics.ts';
