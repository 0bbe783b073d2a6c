import type pg from 'pg';

/** The ids that exist, so that requests meet real rows: of the county that is asked, and of the other one. */
export interface KnownIds {
  /** Ids in the tables called like this, of the own county. */
  own(noun: string): readonly string[];
  foreign(noun: string): readonly string[];
}

const otherNames: Readonly<Record<string, string>> = {
  people: 'persons',
  person: 'persons',
  author: 'persons',
  candidate: 'persons',
  subject: 'stories',
  predecessor: 'stories',
  successor: 'stories',
};

/** Reads some ids of every table with a column `id uuid`; `sample` rows of each county. */
export async function readIds(owner: pg.Client, tables: readonly string[], sample = 6): Promise<KnownIds> {
  const parts = tables.flatMap((table) =>
    [1, 2].map(
      (county) =>
        `(select '${table.split('.')[1] ?? table}' as name, county_id, id from ${table} where county_id = ${county} order by id desc limit ${sample})`,
    ),
  );
  const { rows } = await owner.query<{ name: string; county_id: number; id: string }>({
    name: `known-ids-${sample}`,
    text: parts.join(' union all '),
  });
  const pick = (noun: string, own: boolean): string[] => {
    const wanted = plural(noun);
    const named = rows.filter((row) => (row.county_id === 1) === own && row.name === wanted).map((row) => row.id);
    return named.length > 0 ? named : rows.filter((row) => (row.county_id === 1) === own).map((row) => row.id);
  };
  return { own: (noun) => pick(noun, true), foreign: (noun) => pick(noun, false) };
}

/** `placeId`, `place-ids`, `places` → `places`. */
function plural(noun: string): string {
  const word = noun
    .replaceAll('-', '_')
    .replace(/_?[iI]ds?$/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
  if (otherNames[word]) return otherNames[word];
  const last = word.split('_').at(-1) ?? word;
  if (otherNames[last]) return otherNames[last];
  return word.endsWith('s') ? word : word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
}
