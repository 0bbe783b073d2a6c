import type { Kind } from '../kind.ts';
import type { ManualSettings } from '../../contract.ts';

/** A place without an interface, such as a group of villagers: a person brings the copy there, and says what can be done about it afterwards. */
export const manual: Kind<ManualSettings> = {
  key: 'manual',
  capabilities: ({ correct, withdraw }) => ({
    correct,
    withdraw,
    endsNotices: correct === 'edit',
    readsBack: false,
    carrier: 'person',
  }),
};
