import type { Kind } from '../kind.ts';
import { manualSettings } from './settings.ts';
import type { ManualSettings } from './settings.ts';
import { texts } from './texts.ts';

/** A place without an interface, such as a group of villagers: a person brings the copy there, and says what can be done about it afterwards. */
export const manual: Kind<ManualSettings> = {
  key: 'manual',
  settings: manualSettings,
  texts,
  capabilities: ({ correct, withdraw }) => ({
    correct,
    withdraw,
    endsNotices: false,
    readsBack: false,
    carrier: 'person',
  }),
  instructions: ({ instructions }) => instructions,
};
