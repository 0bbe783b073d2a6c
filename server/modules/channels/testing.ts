export { Receiver } from './testing/receiver.ts';
export type { Received } from './testing/receiver.ts';
export { isSignedUnder, PostOffice } from './testing/post-office.ts';
export type { ReceivedLetter } from './testing/post-office.ts';
export { correctPublished } from './testing/correct-published.ts';
