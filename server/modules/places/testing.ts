import type { Tx } from '#platform/transaction';
import { addPlaces } from './add-places.ts';
import type { CountyTree } from './tree/county-tree.ts';

/** Places of a test county, by the names tests use. County 1 has codes under 110101, county 2 under 220202. */
export type TestPlace = 'county' | 'town-1' | 'town-2' | 'village-1-1' | 'village-1-2' | 'village-2-1' | 'village-2-2';

const bases: Record<number, string> = { 1: '110101', 2: '220202' };

/** The code of a test place: county 6 digits, towns …100 and …101, villages …001 and …002 below them. */
export function testPlaceCode(place: TestPlace, countyId: number): string {
  const base = bases[countyId] ?? '330303';
  const [level, town, village] = place.split('-');
  if (level === 'county') return base;
  const townCode = `${base}${99 + Number(town)}`;
  return level === 'town' ? townCode : `${townCode}00${village}`;
}

const names: Record<Exclude<TestPlace, 'county'>, [string, string]> = {
  'town-1': ['柳河镇', 'Liuhe Town'],
  'town-2': ['石桥镇', 'Shiqiao Town'],
  'village-1-1': ['大槐村', 'Dahuai Village'],
  'village-1-2': ['小河村', 'Xiaohe Village'],
  'village-2-1': ['上坪村', 'Shangping Village'],
  'village-2-2': ['东湾村', 'Dongwan Village'],
};

/** County → 2 towns → 2 villages each. */
export async function buildTestPlaces(tx: Tx): Promise<CountyTree> {
  const code = (place: TestPlace): string => testPlaceCode(place, tx.countyId);
  const below = Object.entries(names).map(([key, [zh, en]], index) => {
    const place = key as Exclude<TestPlace, 'county'>;
    const isTown = place.startsWith('town');
    const parent: TestPlace = isTown ? 'county' : place.startsWith('village-1') ? 'town-1' : 'town-2';
    return {
      level: isTown ? 'town' : 'village',
      parentCode: code(parent),
      code: code(place),
      name: { 'zh-CN': zh, en },
      validFrom: '2000-01-01',
      xKm: index * 3,
      yKm: index * 2,
      population: 1000 + index,
    };
  });
  const county = {
    level: 'county',
    parentCode: null,
    code: code('county'),
    name: tx.ctx.county.name,
    validFrom: '2000-01-01',
    xKm: 0,
    yKm: 0,
    population: 9000,
  };
  return addPlaces(tx, [county, ...below.toSorted((a, b) => (a.level === b.level ? 0 : a.level === 'town' ? -1 : 1))]);
}
