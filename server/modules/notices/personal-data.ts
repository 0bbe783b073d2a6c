import type { PersonalData } from '#platform/manifest';

/** Messages name nobody; they belong to a person and leave with them. */
export const personalData: PersonalData = {
  columns: [
    {
      table: 'notices.messages',
      column: 'person_id',
      purpose: 'to tell a person what waits for them',
      basis: 'their work or service here',
      retention: 'until the person is erased',
    },
    {
      table: 'notices.preferences',
      column: 'person_id',
      purpose: 'how they want to be told',
      basis: 'their own choice',
      retention: 'until the person is erased',
    },
    {
      table: 'notices.deliveries',
      column: 'receipt',
      purpose: 'proof that a message went out',
      basis: 'their work or service here',
      retention: 'until the person is erased',
    },
    {
      table: 'notices.letters',
      column: 'sealed',
      purpose: 'to tell somebody without account what they asked to be told',
      basis: 'their own choice',
      retention: 'until the letter has gone out or cannot',
    },
    {
      table: 'notices.letters',
      column: 'receipt',
      purpose: 'proof that a letter went out',
      basis: 'their own choice',
      retention: 'as long as the order it is about',
    },
    {
      table: 'notices.hooks',
      column: 'person_id',
      purpose: 'groups and programs of their own that are told what they are told',
      basis: 'their own choice',
      retention: 'until removed or erased',
    },
    {
      table: 'notices.hooks',
      column: 'name',
      purpose: 'to tell their groups apart',
      basis: 'their own choice',
      retention: 'until removed or erased',
    },
    {
      table: 'notices.posts',
      column: 'receipt',
      purpose: 'proof that a message went out',
      basis: 'their own choice',
      retention: 'until the hook is removed',
    },
  ],
  async export(tx, personId) {
    const messages = await tx.named<Record<string, unknown>>(
      'notices.export',
      'select kind, href, due_at, made_at, read_at from notices.messages where county_id = $1 and person_id = $2 order by id',
      [tx.countyId, personId],
    );
    const preferences = await tx.named<Record<string, unknown>>(
      'notices.export-preferences',
      'select email, quiet_from, quiet_until, language from notices.preferences where county_id = $1 and person_id = $2',
      [tx.countyId, personId],
    );
    const hooks = await tx.named<Record<string, unknown>>(
      'notices.export-hooks',
      'select kind, name, language, host, made_at, last_sent_at from notices.hooks where county_id = $1 and person_id = $2 order by id',
      [tx.countyId, personId],
    );
    return { 'notices.messages': messages, 'notices.preferences': preferences, 'notices.hooks': hooks };
  },
  async erase(tx, personId) {
    await tx.client.query(
      'delete from notices.deliveries where county_id = $1 and message_id = any(array(select id from notices.messages where county_id = $1 and person_id = $2))',
      [tx.countyId, personId],
    );
    await tx.client.query('delete from notices.messages where county_id = $1 and person_id = $2', [
      tx.countyId,
      personId,
    ]);
    await tx.client.query(
      'delete from notices.posts where county_id = $1 and hook_id = any(array(select id from notices.hooks where county_id = $1 and person_id = $2))',
      [tx.countyId, personId],
    );
    await tx.client.query('delete from notices.hooks where county_id = $1 and person_id = $2', [tx.countyId, personId]);
    await tx.client.query('delete from notices.preferences where county_id = $1 and person_id = $2', [
      tx.countyId,
      personId,
    ]);
  },
};
