import { chanceFrom } from './random.ts';
import { villageNames } from './village-names.ts';

/** One place of the demonstration's county. All names, codes and figures are invented: no real division code begins with 99,
 *  so 990101 and everything under it belongs to no real county. The form is that of GB/T 2260 (county, 6 digits), GB/T 10114
 *  (town, +3: 100 to 199 for 镇, from 200 for 乡) and the statistical village codes (+3: 001 to 199 for 社区, from 200 for 村). */
export interface PlaceContent {
  code: string;
  level: 'county' | 'town' | 'village';
  kind: 'county' | 'town' | 'township' | 'village' | 'community';
  /** Absent for the county, the root. */
  parentCode?: string;
  zh: string;
  en: string;
  /** Kilometres east of the county hall, negative to the west; a flat grid, good enough for "how far". */
  xKm: number;
  /** Kilometres north of the county hall. */
  yKm: number;
  /** Roughly how many people live here. */
  residents: { from: number; to: number };
}

/** The name of one of the twelve towns. */
export type TownName = keyof typeof villageNames;

const countyCode = '990101';

const towns: readonly { zh: TownName; en: string; suffix: string; xKm: number; yKm: number }[] = [
  { zh: '城关镇', en: 'Chengguan Town', suffix: '100', xKm: 0, yKm: 0 },
  { zh: '柳河镇', en: 'Liuhe Town', suffix: '101', xKm: 14, yKm: -5 },
  { zh: '石桥镇', en: 'Shiqiao Town', suffix: '102', xKm: 11, yKm: 9 },
  { zh: '东湾镇', en: 'Dongwan Town', suffix: '103', xKm: 25, yKm: 4 },
  { zh: '上坪乡', en: 'Shangping Township', suffix: '200', xKm: -15, yKm: 14 },
  { zh: '青岩镇', en: 'Qingyan Town', suffix: '104', xKm: -19, yKm: 1 },
  { zh: '白塔镇', en: 'Baita Town', suffix: '105', xKm: -7, yKm: -11 },
  { zh: '枫林乡', en: 'Fenglin Township', suffix: '201', xKm: -24, yKm: -13 },
  { zh: '南浦镇', en: 'Nanpu Town', suffix: '106', xKm: 6, yKm: -18 },
  { zh: '云岭乡', en: 'Yunling Township', suffix: '202', xKm: -5, yKm: 26 },
  { zh: '双井镇', en: 'Shuangjing Town', suffix: '107', xKm: 8, yKm: 22 },
  { zh: '古渡镇', en: 'Gudu Town', suffix: '108', xKm: 22, yKm: -17 },
];

const oneDecimal = (value: number): number => Math.round(value * 10) / 10 + 0;

function villagesOf(town: PlaceContent, names: string): PlaceContent[] {
  let communities = 0;
  let villages = 0;
  return names.split(/ · |\n\s+/u).map((row, index) => {
    const [zh = '', ...stem] = row.split(' ');
    const isCommunity = zh.endsWith('社区');
    const number = isCommunity ? (communities += 1) : 199 + (villages += 1);
    const chance = chanceFrom(`${town.code} ${zh}`);
    // A sunflower spiral: evenly spread around the town, with no two places on one spot.
    const radiusKm = (isCommunity ? 0.5 : 1.1) * Math.sqrt(index + 1) + 0.2 * chance.fraction();
    const angle = index * 2.399963;
    const from = isCommunity ? chance.between(20, 52) * 100 : chance.between(5, 24) * 100;
    return {
      code: town.code + String(number).padStart(3, '0'),
      level: 'village',
      kind: isCommunity ? 'community' : 'village',
      parentCode: town.code,
      zh,
      en: `${stem.join(' ')} ${isCommunity ? 'Community' : 'Village'}`,
      xKm: oneDecimal(town.xKm + radiusKm * Math.cos(angle)),
      yKm: oneDecimal(town.yKm + radiusKm * Math.sin(angle)),
      residents: { from, to: from + chance.between(2, 5) * 100 },
    };
  });
}

function residentsOf(parts: readonly PlaceContent[]): PlaceContent['residents'] {
  return parts.reduce((sum, { residents }) => ({ from: sum.from + residents.from, to: sum.to + residents.to }), {
    from: 0,
    to: 0,
  });
}

function buildPlaces(): PlaceContent[] {
  const townTrees = towns.map(({ zh, en, suffix, xKm, yKm }) => {
    const kind = zh.endsWith('乡') ? 'township' : 'town';
    const town: PlaceContent = {
      code: countyCode + suffix,
      level: 'town',
      kind,
      parentCode: countyCode,
      zh,
      en,
      xKm,
      yKm,
      residents: { from: 0, to: 0 },
    };
    const villages = villagesOf(town, villageNames[zh]);
    return { town: { ...town, residents: residentsOf(villages) }, villages };
  });
  const county: PlaceContent = {
    code: countyCode,
    level: 'county',
    kind: 'county',
    zh: '清溪县',
    en: 'Qingxi County',
    xKm: 0,
    yKm: 0,
    residents: residentsOf(townTrees.map(({ town }) => town)),
  };
  return [county, ...townTrees.flatMap(({ town, villages }) => [town, ...villages])];
}

/** The county, its 12 towns and their 240 villages and communities, every place after its parent. */
export const demonstrationPlaces: readonly PlaceContent[] = buildPlaces();

const byCode = new Map(demonstrationPlaces.map((place) => [place.code, place]));
const byName = new Map(demonstrationPlaces.map((place) => [place.zh, place]));

/** The place with this code. Throws for a code that the demonstration does not have. */
export function placeByCode(code: string): PlaceContent {
  const place = byCode.get(code);
  if (place === undefined) throw new RangeError(`the demonstration has no place ${code}`);
  return place;
}

/** The place with this Chinese name ("大槐村"); names are unique within the county. Throws for an unknown name. */
export function placeByName(zh: string): PlaceContent {
  const place = byName.get(zh);
  if (place === undefined) throw new RangeError(`the demonstration has no place ${zh}`);
  return place;
}

/** The town that a village belongs to. Throws for the county and for a town. */
export function townOf(village: PlaceContent): PlaceContent {
  if (village.level !== 'village' || village.parentCode === undefined)
    throw new RangeError(`${village.zh} is not in a town`);
  return placeByCode(village.parentCode);
}

/** Kilometres as the crow flies, to one decimal. */
export function distanceKm(a: Pick<PlaceContent, 'xKm' | 'yKm'>, b: Pick<PlaceContent, 'xKm' | 'yKm'>): number {
  return oneDecimal(Math.hypot(a.xKm - b.xKm, a.yKm - b.yKm));
}
