import type { Kind } from '../kind.ts';
import { manualSettings } from './settings.ts';
import type { ManualSettings } from './settings.ts';
import { texts } from './texts.ts';

/** A place without an interface, such as a group of villagers: a person brings the copy there, and says what the place takes and what can be done about a copy afterwards. */
export const manual: Kind<ManualSettings> = {
  key: 'manual',
  settings: manualSettings,
  texts,
  capabilities: ({ correct, withdraw }) => ({
    correct,
    withdraw,
    endsNotices: false,
    readsBack: true,
    carrier: 'person',
  }),
  limits: ({ limits = {} }) => ({
    ...(typeof limits.title === 'number' && { title: limits.title }),
    ...(typeof limits.digest === 'number' && { digest: limits.digest }),
    ...(typeof limits.body === 'number' && { body: limits.body }),
    ...(typeof limits.pictures === 'number' && { pictures: limits.pictures }),
  }),
  instructions: ({ instructions }) => instructions,
};
