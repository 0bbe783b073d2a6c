import type { County, Words } from '#platform/county';

/** The three steps at which services are offered and stations stand, whatever a county calls them. */
export type Step = 'county' | 'town' | 'village';

/** What a step is called: at the head of a service, and as a kind of station. */
export interface StepNames {
  readonly service: Words;
  readonly station: Words;
}

/** What differs from country to country: names of the levels of places and of the steps of help, their codes, forms of telephone numbers. */
export interface CountryPack {
  /** Levels a county's tree may have, from the top; a county may leave some out. */
  readonly levels: Readonly<Record<string, Words>>;
  readonly steps: Readonly<Record<Step, StepNames>>;
  /** The form of division codes, or null where there are none. */
  readonly code: RegExp | null;
  /** Telephone numbers as people type them, blanks and hyphens left out. */
  readonly phone: RegExp;
  /** Whom to call in danger, in the order of a form, where the county has not said its own. */
  readonly emergencies: readonly Emergency[];
}

/** Whom to call in danger. */
export interface Emergency {
  readonly number: string;
  readonly name: Words;
}

const cn: CountryPack = {
  levels: {
    county: { 'zh-CN': '县（市、区）', en: 'County' },
    town: { 'zh-CN': '乡镇（街道）', en: 'Town' },
    village: { 'zh-CN': '村（社区）', en: 'Village' },
    group: { 'zh-CN': '组（网格）', en: 'Group' },
  },
  // 实践中心·所·站.
  steps: {
    county: { service: { 'zh-CN': '县', en: 'County' }, station: { 'zh-CN': '中心', en: 'Centre' } },
    town: { service: { 'zh-CN': '镇', en: 'Town' }, station: { 'zh-CN': '所', en: 'Town station' } },
    village: { service: { 'zh-CN': '村', en: 'Village' }, station: { 'zh-CN': '站', en: 'Village station' } },
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
  steps: {
    county: { service: { 'zh-CN': '全区域', en: 'Whole area' }, station: { 'zh-CN': '中心', en: 'Centre' } },
    town: { service: { 'zh-CN': '镇', en: 'Town' }, station: { 'zh-CN': '镇站点', en: 'Town station' } },
    village: {
      service: { 'zh-CN': '社区', en: 'Neighbourhood' },
      station: { 'zh-CN': '社区站点', en: 'Neighbourhood station' },
    },
  },
  code: null,
  phone: /^\+?\d{6,15}$/,
  // Of Europe and of every mobile telephone; elsewhere a county says its own.
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

/** The levels of a county's tree from the top: its own where it has set them (settings of the console, `cli county add --levels`), else those of the pack. */
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
  return inAnyWords(levelsOf(county)[level], language) ?? level;
}

/** What the three steps are called in the reader's language, or in any they have a word in: as the county names the first three levels of its tree where it has set its own, else as the pack does. */
export function stepNames(
  county: Pick<County, 'countryPack' | 'settings'>,
  language: 'zh-CN' | 'en',
): Record<Step, { service: string; station: string }> {
  const pack = packOf(county);
  const { steps } = pack;
  // One that is called as everywhere keeps the words that go with it (实践中心·所·站).
  const [first, town, village] = ((county.settings['levels'] ?? []) as readonly OwnLevel[]).map((own) =>
    isAsInPack(pack, own) ? undefined : own,
  );
  const said = ({ service, station }: StepNames) => ({
    service: inAnyWords(service, language) ?? '',
    station: inAnyWords(station, language) ?? '',
  });
  return {
    county: said(first ? { ...steps.county, service: first.name } : steps.county),
    town: said(town ? ownStep(town.name) : steps.town),
    village: said(village ? ownStep(village.name) : steps.village),
  };
}

const inAnyWords = (words: Words | undefined, language: 'zh-CN' | 'en'): string | undefined =>
  words?.[language] ?? words?.en ?? words?.['zh-CN'];

const isAsInPack = (pack: CountryPack, { level, name }: OwnLevel): boolean =>
  (['zh-CN', 'en'] as const).every((language) => (name[language] ?? '') === (pack.levels[level]?.[language] ?? ''));

const ownStep = (name: Words): StepNames => ({
  service: name,
  station: {
    ...(name['zh-CN'] ? { 'zh-CN': `${name['zh-CN']}站点` } : {}),
    ...(name.en ? { en: `${name.en} station` } : {}),
  },
});

/** Whom to call in danger: as the county has set it (settings of the console, `cli county add --emergencies`), else as its pack says. */
export const emergenciesOf = (county: Pick<County, 'countryPack' | 'settings'>): readonly Emergency[] =>
  (county.settings['emergencies'] as readonly Emergency[] | undefined) ?? packOf(county).emergencies;

/** Whom to call in danger, in the reader's language. */
export function emergencyNumbers(
  county: Pick<County, 'countryPack' | 'settings'>,
  language: 'zh-CN' | 'en',
): { number: string; name: string }[] {
  return emergenciesOf(county).map(({ number, name }) => ({
    number,
    name: inAnyWords(name, language) ?? '',
  }));
}

/** A telephone number in the one form in which it is stored and compared: digits, and a leading + for other countries. Null when it is none. */
export function phoneForm(county: Pick<County, 'countryPack'>, typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\-()（）.]/g, '');
  if (!packOf(county).phone.test(digits)) return null;
  return county.countryPack === 'cn' ? digits.replace(/^\+?86(?=1[3-9]|0)/, '') : digits;
}

/** A stored number as the rest of the world dials it (E.164), for a gateway; a number without area code stays as it is. */
export const phoneWorldwide = (county: Pick<County, 'countryPack'>, stored: string): string =>
  county.countryPack === 'cn' && /^(1[3-9]|0)/.test(stored) ? `+86${stored.replace(/^0/, '')}` : stored;
