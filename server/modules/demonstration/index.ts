export { loadDemonstration } from './loading/load-demonstration.ts';
export { continueDemonstration } from './loading/continue-demonstration.ts';
export { resetDemonstration } from './reset/reset-demonstration.ts';
