export { madeUpWords as default } from './made-up.ts';
