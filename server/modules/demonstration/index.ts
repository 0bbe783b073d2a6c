export { loadDemonstration } from './loading/load-demonstration.ts';
