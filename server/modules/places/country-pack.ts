import type { County, Words } from '#platform/county';

/** What differs from country to country: names of the levels of places, their codes, forms of telephone numbers. */
export interface CountryPack {
  /** Levels a county's tree may have, from the top; a county may leave some out. */
  readonly levels: Readonly<Record<string, Words>>;
  /** The form of division codes, or null where there are none. */
  readonly code: RegExp | null;
  /** Telephone numbers as people type them, blanks and hyphens left out. */
  readonly phone: RegExp;
  /** Whom to call in danger, in the order of a form. */
  readonly emergencies: readonly { readonly number: string; readonly name: Words }[];
}

const cn: CountryPack = {
  levels: {
    county: { 'zh-CN': '县（市、区）', en: 'County' },
    town: { 'zh-CN': '乡镇（街道）', en: 'Town' },
    village: { 'zh-CN': '村（社区）', en: 'Village' },
    group: { 'zh-CN': '组（网格）', en: 'Group' },
  },
  // GB/T 2260: 6 digits; GB/T 10114: 9; statistical codes of villages: 12; groups have local codes.
  code: /^\d{6}(\d{3}(\d{3})?)?$/,
  // Mobile, or area code with 7 or 8 digits, or the desk's short numbers.
  phone: /^(\+?86)?(1[3-9]\d{9}|0\d{2,3}\d{7,8}|\d{7,8})$/,
  emergencies: [
    { number: '120', name: { 'zh-CN': '急救', en: 'ambulance' } },
    { number: '119', name: { 'zh-CN': '火警', en: 'fire' } },
    { number: '110', name: { 'zh-CN': '报警', en: 'police' } },
    { number: '122', name: { 'zh-CN': '交通事故', en: 'road accident' } },
  ],
};

const generic: CountryPack = {
  levels: {
    county: { 'zh-CN': '区域', en: 'Area' },
    town: { 'zh-CN': '镇', en: 'Town' },
    village: { 'zh-CN': '社区', en: 'Neighbourhood' },
    group: { 'zh-CN': '片', en: 'Block' },
  },
  code: null,
  phone: /^\+?\d{6,15}$/,
  emergencies: [{ number: '112', name: { 'zh-CN': '紧急求助', en: 'emergency' } }],
};

/** The pack of a county. */
export const packOf = (county: Pick<County, 'countryPack'>): CountryPack =>
  county.countryPack === 'cn' ? cn : generic;

/** A level of places as a county names it for itself. */
export interface OwnLevel {
  readonly level: string;
  readonly name: Words;
}

/** The levels of a county's tree from the top: its own where it has set them (`cli county add --levels`), else those of the pack. */
export function levelsOf(county: Pick<County, 'countryPack' | 'settings'>): Readonly<Record<string, Words>> {
  const own = county.settings['levels'] as readonly OwnLevel[] | undefined;
  return own ? Object.fromEntries(own.map(({ level, name }) => [level, name])) : packOf(county).levels;
}

/** The word for a level in the reader's language, or in any it has; the level itself when nobody has given it a word. */
export function levelName(
  county: Pick<County, 'countryPack' | 'settings'>,
  level: string,
  language: 'zh-CN' | 'en',
): string {
  const name = levelsOf(county)[level];
  return name?.[language] ?? name?.en ?? name?.['zh-CN'] ?? level;
}

/** A telephone number in the one form in which it is stored and compared: digits, and a leading + for other countries. Null when it is none. */
export function phoneForm(county: Pick<County, 'countryPack'>, typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\-()（）.]/g, '');
  if (!packOf(county).phone.test(digits)) return null;
  return county.countryPack === 'cn' ? digits.replace(/^\+?86(?=1[3-9]|0)/, '') : digits;
}
