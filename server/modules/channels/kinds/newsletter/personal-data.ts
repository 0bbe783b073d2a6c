import { personById } from '#people';
import type { PersonalData } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { forgetSubscriber } from './subscriber/subscriber-queries.ts';

const basis = 'their consent, by a letter that they confirmed (PIPL art. 13(1)(1); GDPR art. 6(1)(a))';

/** Who gets newsletters: an address and what was chosen, nothing of what is read. */
export const personalData: PersonalData = {
  columns: [
    {
      table: 'channels.subscribers',
      column: 'email',
      purpose: 'to send the newsletter that was asked for, and corrections of it',
      basis,
      retention: 'until its owner leaves; a week where it was never confirmed',
    },
    {
      table: 'channels.mailings',
      column: 'subscriber_id',
      purpose: 'to send a correction to exactly those who got the wrong text',
      basis,
      retention: 'a year, or until its owner leaves',
    },
  ],
  export: async (tx, personId) => ({
    'channels.subscribers': await tx.named(
      'channels.export-subscriptions',
      'select id, email, language, tag, pace, state, asked_at, confirmed_at, bounces, bounced_since, bounced_at, bounce_reason from channels.subscribers where county_id = $1 and email = $2',
      [tx.countyId, await emailOf(tx, personId)],
    ),
  }),
  erase: async (tx, personId) => {
    const rows = await tx.named<{ id: string }>(
      'channels.subscriptions-of',
      'select id from channels.subscribers where county_id = $1 and email = $2',
      [tx.countyId, await emailOf(tx, personId)],
    );
    for (const { id } of rows) await forgetSubscriber(tx, id);
  },
};

// A reader has no account; whoever has one is known by the same address.
const emailOf = async (tx: Tx, personId: string): Promise<string | null> =>
  (await personById(tx, personId))?.email?.toLowerCase() ?? null;
