import type { PersonalData } from '#platform/manifest';

/** Who stored which picture: an id, kept with the picture as the record of where it came from. */
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
      purpose: 'to name who took a picture, as the law asks (著作权法 art. 10)',
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
  ],
  async export(tx, personId) {
    const rows = await tx.named<Record<string, unknown>>(
      'media.export',
      'select hash, alt, caption, credit, made_at from media.pictures where county_id = $1 and stored_by = $2 order by made_at, hash',
      [tx.countyId, personId],
    );
    return { 'media.pictures': rows };
  },
  erase: async () => undefined,
};
