import type { PersonalColumn, PersonalData } from '#platform/manifest';

const shown = {
  purpose: 'to answer for showing somebody who can be recognised by sight or voice (Civil Code art. 1019, 1023)',
  basis: 'their own consent, or their guardian’s (PIPL art. 13(1)(1), 29, 31; GDPR art. 6(1)(a))',
  retention: 'three years after it ended, longer while something published shows it; at once when they ask',
};
const whoDid = {
  purpose: 'who wrote a consent down, took it back at somebody’s word, or saw to what shows it',
  basis: 'accountability; holds an id only',
  retention: 'as long as the consent',
};
const consentColumns: readonly PersonalColumn[] = [
  ...['given_by', 'for_whom', 'as_guardian', 'scope', 'settled_because', 'form_hash'].map((column) => ({
    table: 'media.consents',
    column,
    ...shown,
  })),
  ...['recorded_by', 'revoked_by', 'settled_by'].map((column) => ({ table: 'media.consents', column, ...whoDid })),
];

/** Who stored which picture or material: an id, kept with it as the record of where it came from. What somebody is sending is theirs until it is kept. */
export const personalData: PersonalData = {
  columns: [
    {
      table: 'media.pictures',
      column: 'stored_by',
      purpose: 'where a picture came from',
      basis: 'accountability; holds an id only',
      retention: 'as long as the picture',
    },
    {
      table: 'media.pictures',
      column: 'credit',
      purpose: 'to name who took a picture, as the law asks (Copyright Law art. 10)',
      basis: 'public record of what was published (PIPL art. 13(1)(3); GDPR art. 6(1)(e))',
      retention: 'as long as the picture',
    },
    {
      table: 'media.pictures',
      column: 'rights_holder',
      purpose: 'to know whom a picture belongs to, and to say so with it',
      basis: 'public record of what was published (PIPL art. 13(1)(3); GDPR art. 6(1)(e))',
      retention: 'as long as the picture',
    },
    ...consentColumns,
    {
      table: 'media.materials',
      column: 'credit',
      purpose: 'to name who made a recording or a document, as the law asks (Copyright Law art. 10)',
      basis: 'public record of what was published (PIPL art. 13(1)(3); GDPR art. 6(1)(e))',
      retention: 'as long as the material',
    },
    {
      table: 'media.materials',
      column: 'rights_holder',
      purpose: 'to know whom a recording or a document belongs to, and to say so with it',
      basis: 'public record of what was published (PIPL art. 13(1)(3); GDPR art. 6(1)(e))',
      retention: 'as long as the material',
    },
    {
      table: 'media.materials',
      column: 'stored_by',
      purpose: 'where sound, video or a document came from',
      basis: 'accountability; holds an id only',
      retention: 'as long as the material',
    },
    {
      table: 'media.uploads',
      column: 'person_id',
      purpose: 'whose upload it is, and how much they send in a day',
      basis: 'needed for the service',
      retention: 'seven days after its last byte',
    },
    {
      table: 'media.uploads',
      column: 'name',
      purpose: 'so that the sender knows the file again',
      basis: 'needed for the service',
      retention: 'seven days after its last byte',
    },
  ],
  async export(tx, personId) {
    const rows = await tx.named<Record<string, unknown>>(
      'media.export',
      'select hash, alt, caption, credit, made_at from media.pictures where county_id = $1 and stored_by = $2 order by made_at, hash',
      [tx.countyId, personId],
    );
    const materials = await tx.named<Record<string, unknown>>(
      'media.export-materials',
      'select id, kind, name, title, caption, credit, made_at from media.materials where county_id = $1 and stored_by = $2 order by made_at, id',
      [tx.countyId, personId],
    );
    const uploads = await tx.named<Record<string, unknown>>(
      'media.export-uploads',
      'select id, name, bytes, state, began_at from media.uploads where county_id = $1 and person_id = $2 order by began_at, id',
      [tx.countyId, personId],
    );
    const consents = await tx.named<Record<string, unknown>>(
      'media.export-consents',
      // Whom they wrote down is somebody else's.
      'select id, item_hash, way, recorded_at from media.consents where county_id = $1 and recorded_by = $2 order by recorded_at, id',
      [tx.countyId, personId],
    );
    return {
      'media.pictures': rows,
      'media.consents': consents,
      'media.materials': materials,
      'media.uploads': uploads,
    };
  },
  // What is still on its way goes with the next sweep.
  async erase(tx, personId) {
    await tx.named(
      'media.erase-uploads',
      `update media.uploads set expires_at = $3, name = '—', fingerprint = '' where county_id = $1 and person_id = $2`,
      [tx.countyId, personId, tx.ctx.app.clock.now()],
    );
  },
};
