import type { Manifest } from '#platform/manifest';
import { texts } from './texts/index.ts';

/** What the module people gives to the program. */
export const people: Manifest = {
  name: 'people',
  refusals: { PhoneNotUnderstood: 422 },
  texts,
};
