import type { PersonalData } from '#platform/manifest';

const callback = {
  purpose: 'to send a feed there when it changes',
  basis: 'they asked for it (PIPL art. 13(1)(2); GDPR art. 6(1)(b))',
};

/** Who follows a feed is no person of the county; the address of a reading program may still belong to one. */
export const personalData: PersonalData = {
  columns: [
    {
      table: 'portal.hub_subscriptions',
      column: 'callback',
      ...callback,
      retention: 'until the lease ends, thirty days at most, or they end it',
    },
    {
      table: 'portal.hub_requests',
      column: 'callback',
      ...callback,
      retention: 'until it was asked whether it meant it, some minutes',
    },
  ],
  export: async () => ({}),
  erase: async () => undefined,
};
