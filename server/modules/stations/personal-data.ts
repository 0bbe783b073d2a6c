import type { PersonalData } from '#platform/manifest';

/** Who keeps which station: an id, taken away when the person is erased. */
export const personalData: PersonalData = {
  columns: [
    {
      table: 'stations.stations',
      column: 'keeper_id',
      purpose: 'whom to ask at a station',
      basis: 'their work or service here (PIPL art. 13(1)(2); GDPR art. 6(1)(b))',
      retention: 'until the person is erased',
    },
  ],
  async export(tx, personId) {
    const rows = await tx.named<Record<string, unknown>>(
      'stations.export',
      'select id, level, place_id, name, made_at from stations.stations where county_id = $1 and keeper_id = $2 order by id',
      [tx.countyId, personId],
    );
    return { 'stations.stations': rows };
  },
  async erase(tx, personId) {
    await tx.named(
      'stations.erase',
      'update stations.stations set keeper_id = null, changed_at = $3 where county_id = $1 and keeper_id = $2',
      [tx.countyId, personId, tx.at],
    );
  },
};
