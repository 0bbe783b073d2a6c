export { continueDemonstration, loadDemonstration, resetDemonstration } from './loading/when-needed.ts';
