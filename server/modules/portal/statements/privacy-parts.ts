import type { Manifest } from '#platform/manifest';
import type { PrivacyPart } from '../page-contract.ts';

/** What is held about people, module by module, from the very map by which export and deletion work: no column is left out, and what is the same for several is said once. */
export const privacyParts = (modules: readonly Manifest[]): PrivacyPart[] =>
  modules.flatMap(({ name, personalData }) => {
    const columns = personalData?.columns ?? [];
    if (columns.length === 0) return [];
    const groups = Map.groupBy(columns, ({ basis, retention }) => JSON.stringify([basis, retention]));
    return [
      {
        module: name,
        columns: columns.length,
        entries: [...groups.values()].map((same) => ({
          purposes: [...new Set(same.map((one) => one.purpose))],
          basis: same[0]?.basis ?? '',
          retention: same[0]?.retention ?? '',
        })),
      },
    ];
  });
