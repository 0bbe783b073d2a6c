import type { Texts } from '../zh-CN.ts';

/** Words of the demonstration's pages; those of the walks come from its module. */
export const demonstration: Texts['demonstration'] = {
  walk: {
    steps: 'Step by step',
    you: (role, name) => `You are now ${name}, ${role}`,
    who: (role, name) => `${name}, ${role}`,
    states: { done: 'done', now: 'now', ahead: 'to come' },
    result: 'That was the walk',
    halfway: 'Signed, and public',
    fast: (time) => `From the last signature to the public page: ${time}`,
    milliseconds: (count) => `${count} milliseconds`,
    fell: (count) => `One character changed, and the ${count} signatures are not on this text any more:`,
    onward: 'Go on with: ',
    note: 'Each click makes you somebody else. Signatures here use keys held by the server, which a real county does not have.',
  },
};
