import type { PersonalData } from '#platform/manifest';

const basis = 'they asked to be sent what is published (PIPL art. 13(1)(2); GDPR art. 6(1)(b))';

/** Who follows from another server is no person of the county: a hash by which they are known again when they leave, and the inbox of their server. */
export const personalData: PersonalData = {
  columns: [
    {
      table: 'channels.activitypub_followers',
      column: 'actor_hash',
      purpose: 'to know a follower again when they leave',
      basis,
      retention: 'until they leave, or their server is silent for thirty days',
    },
    {
      table: 'channels.activitypub_followers',
      column: 'inbox',
      purpose: 'to send there what is published; the inbox that their server shares, where it has one',
      basis,
      retention: 'until they leave, or their server is silent for thirty days',
    },
    {
      table: 'channels.activitypub_deliveries',
      column: 'accepts',
      purpose: 'to answer their request to follow',
      basis,
      retention: 'until the answer has arrived, seven days at most',
    },
  ],
  export: async () => ({}),
  erase: async () => undefined,
};
