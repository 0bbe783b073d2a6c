import { emergenciesOf, levelsOf, type CountyTree } from '#places';
import type { County } from '#platform/county';
import type { SettingsView } from './contract.ts';

type DangerAndLevels = Pick<SettingsView['county'], 'emergencies' | 'placeLevels'>;

/** Whom to call in danger, and the levels of places from the top: the county's own, or those of its country pack. */
export const ofDangerAndLevels = (county: Pick<County, 'countryPack' | 'settings'>): DangerAndLevels => ({
  emergencies: emergenciesOf(county).map(({ number, name }) => ({ number, name: { ...name } })),
  placeLevels: Object.entries(levelsOf(county)).map(([level, name]) => ({ level, name: { ...name } })),
});

/** The levels that a place has or had, from the top. */
export const levelsInUse = (tree: CountyTree): string[] => [...new Set(tree.places.map(({ level }) => level))];
