import { canonicalJson } from './canonical.ts';
import { refuse } from './refuse.ts';

/** Refuses a change that rests on what somebody else has changed since it was read: StaleVersion (409), with what is there now as `current`. What has a version is asked by it; of anything else the whole is compared, whatever the order of its fields, and null is what was not there. Asked once the thing is locked. */
export function mustBeAsRead<T>(current: T, read: T): void {
  if (canonicalJson(current) !== canonicalJson(read)) refuse('StaleVersion', { current });
}
