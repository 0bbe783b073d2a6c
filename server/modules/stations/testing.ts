export { addTestStation } from './testing/station.ts';
export { codeOf, Counter, openCounter, testPin } from './testing/counter.ts';
