export { Receiver } from './testing/receiver.ts';
export type { Received } from './testing/receiver.ts';
