export { madeUp as default } from './made-up.ts';
