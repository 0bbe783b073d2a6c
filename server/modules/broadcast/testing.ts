export { subscribe } from './testing/little-broadcast.ts';
