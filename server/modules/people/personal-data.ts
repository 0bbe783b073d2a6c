import type { PersonalColumn, PersonalData } from '#platform/manifest';

const work = 'their work or service here (PIPL art. 13(1)(2); GDPR art. 6(1)(b))';
const untilErased = 'until the person is erased';

const column = (name: string, purpose: string, basis = work): PersonalColumn => ({
  table: 'people.persons',
  column: name,
  purpose,
  basis,
  retention: untilErased,
});

/** Who somebody is and how to reach them. After erasure the row holds an id, so that signatures and hours still have a signer. */
export const personalData: PersonalData = {
  columns: [
    column('name', 'to know whom one deals with'),
    column(
      'display_name',
      'the name colleagues and readers see; a published byline is public record and stays in the edition',
    ),
    column('title', 'what the person does here'),
    column('language', 'to write to them in their language'),
    column('email', 'to reach them'),
    column('phone', 'to reach them'),
    column('place_id', 'where they belong'),
    column('is_child', 'to ask the guardian first (PIPL art. 28, 31)', 'law'),
    column('guardian_name', 'who answers for a child under 14', 'consent of the guardian (PIPL art. 31)'),
    column('guardian_phone', 'to reach the guardian', 'consent of the guardian (PIPL art. 31)'),
    column('guardian_agreed_at', 'proof of the consent', 'law'),
    {
      table: 'people.imports',
      column: 'person_ids',
      purpose: 'to take back a list that was brought in by mistake; ids alone',
      basis: work,
      retention: 'for ever',
    },
    {
      table: 'people.imports',
      column: 'made_by',
      purpose: 'whoever brought a list in may take it back',
      basis: work,
      retention: 'for ever; an id alone',
    },
    ...['audit', 'moves', 'events'].map((table) => ({
      table: `platform.${table}`,
      column: 'actor',
      purpose: 'who did what',
      basis: 'accountability; holds kind and id only',
      retention: 'for ever',
    })),
    {
      table: 'platform.idempotency_keys',
      column: 'actor_scope',
      purpose: 'to answer the same request with the same bytes',
      basis: 'safety of acts; holds kind and id only',
      retention: 'one day',
    },
  ],
  async export(tx, personId) {
    const rows = await tx.named<Record<string, unknown>>(
      'people.export',
      'select * from people.persons where county_id = $1 and id = $2',
      [tx.countyId, personId],
    );
    return { 'people.persons': rows };
  },
  async erase(tx, personId) {
    await tx.named(
      'people.erase',
      `update people.persons set name = '', display_name = '', title = null, email = null, phone = null, place_id = null, active = false, is_child = false,
              guardian_name = null, guardian_phone = null, guardian_agreed_at = null, erased_at = $3, changed_at = $3, version = version + 1
        where county_id = $1 and id = $2`,
      [tx.countyId, personId, tx.at],
    );
  },
};
