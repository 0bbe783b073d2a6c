import { domainToASCII } from 'node:url';
import type { Emergency, OwnLevel } from '#places';
import type { NewCounty } from '#platform/add-county';
import type { Words } from '#platform/county';

type Flags = Readonly<Record<string, string | true>>;

/** What is wrong with the words of a command, in both languages (`zh · en`), and which option it is about; null: none of them. */
export class CountyProblem extends Error {
  readonly option: string | null;
  readonly words: string;
  constructor(option: string | null, words: string) {
    super(option === null ? words : `--${option}：${words}`);
    this.option = option;
    this.words = words;
  }
}

/** Options that describe a county. */
export const countyOptions = [
  'slug',
  'name-zh',
  'name-en',
  'publisher-zh',
  'publisher-en',
  'phone',
  'hosts',
  'time-zone',
  'languages',
  'pack',
  'levels',
  'emergencies',
];

/** The county that the command's words describe. `address` is the public one of this installation: its host is the county's where no other is named.
 *  Throws CountyProblem, which says what to write. */
export function newCounty(flags: Flags, address: string): NewCounty {
  const stranger = Object.keys(flags).find((flag) => !countyOptions.includes(flag));
  if (stranger !== undefined) throw new CountyProblem(stranger, '没有这一项 · there is no such option');
  for (const [flag, value] of Object.entries(flags))
    if (value === true) throw new CountyProblem(flag, `写成 --${flag}=<…> · write --${flag}=<…>, with the equals sign`);
  const countryPack = packIn(flags);
  const languages = languagesIn(flags, countryPack);
  return {
    slug: slugIn(flags),
    name: wordsIn(flags, 'name', languages),
    publisher: wordsIn(flags, 'publisher', languages),
    phone: phoneIn(flags),
    timeZone: timeZoneIn(flags, countryPack),
    countryPack,
    languages,
    demonstration: false,
    clockAt: null,
    hosts: hostsIn(flags, address),
    settings: { ...levelsIn(flags, languages), ...emergenciesIn(flags, languages) },
  };
}

const word = (flags: Flags, name: string): string => {
  const value = flags[name];
  return typeof value === 'string' ? value.trim() : '';
};

const list = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

function slugIn(flags: Flags): string {
  const slug = word(flags, 'slug');
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(slug))
    throw new CountyProblem(
      'slug',
      '用小写字母、数字和连字符，2 到 40 个，字母开头 · takes 2 to 40 small letters, digits and hyphens, a letter first',
    );
  return slug;
}

function packIn(flags: Flags): 'cn' | 'generic' {
  const pack = word(flags, 'pack') || 'cn';
  if (pack !== 'cn' && pack !== 'generic') throw new CountyProblem('pack', 'cn 或 generic · is cn or generic');
  return pack;
}

// The first language is the one in which a page without a prefix is shown.
function languagesIn(flags: Flags, pack: 'cn' | 'generic'): readonly ('zh-CN' | 'en')[] {
  const named = list(word(flags, 'languages'));
  if (named.length === 0) return pack === 'cn' ? ['zh-CN', 'en'] : ['en'];
  const languages = named.filter((one) => one === 'zh-CN' || one === 'en');
  if (languages.length !== named.length || new Set(languages).size !== languages.length)
    throw new CountyProblem(
      'languages',
      'zh-CN、en，用逗号分开，各一次 · takes zh-CN and en, separated by a comma, each once',
    );
  return languages;
}

function wordsIn(flags: Flags, what: 'name' | 'publisher', languages: readonly ('zh-CN' | 'en')[]): Words {
  const words: Record<string, string> = {};
  for (const language of ['zh-CN', 'en'] as const) {
    const flag = `${what}-${language === 'en' ? 'en' : 'zh'}`;
    const text = word(flags, flag);
    if (text.length > 120) throw new CountyProblem(flag, '最多 120 个字 · takes at most 120 characters');
    if (text !== '') words[language] = text;
    else if (languages.includes(language)) throw new CountyProblem(flag, '还没有写 · is missing');
  }
  return words;
}

function phoneIn(flags: Flags): string {
  const phone = word(flags, 'phone');
  // A desk's own number may be short, or have an extension: people dial it, no program does.
  if (!/^\+?[0-9][0-9 \-()]{2,28}$/.test(phone))
    throw new CountyProblem(
      'phone',
      '每页都写着的值班电话：数字、空格、连字符 · is the desk’s telephone, shown on every page: digits, blanks, hyphens',
    );
  return phone;
}

function timeZoneIn(flags: Flags, pack: 'cn' | 'generic'): string {
  const zone = word(flags, 'time-zone') || (pack === 'cn' ? 'Asia/Shanghai' : '');
  if (!isTimeZone(zone))
    throw new CountyProblem(
      'time-zone',
      '时区名，如 Asia/Shanghai · is the name of a time zone, such as Europe/Dublin',
    );
  return zone;
}

function isTimeZone(zone: string): boolean {
  try {
    return zone !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Hosts of this machine itself. */
export const loopback = ['localhost', '127.0.0.1', '[::1]'];

function hostsIn(flags: Flags, address: string): string[] {
  const named = word(flags, 'hosts');
  if (named !== '') return hostsNamed(named);
  const { hostname } = new URL(address);
  return loopback.includes(hostname) ? loopback : [hostname];
}

/** The host names that an option lists. Throws CountyProblem. */
export function hostsNamed(text: string): string[] {
  return list(text).map((host) => {
    // Browsers send a name with other letters in this form.
    const ascii = host === '[::1]' ? host : domainToASCII(host.toLowerCase());
    if (!/^(\[::1\]|[a-z0-9-]+(\.[a-z0-9-]+)*)$/.test(ascii))
      throw new CountyProblem(
        'hosts',
        `${host} 不是域名，不写 https:// 和端口 · ${host} is no host name; leave out https:// and the port`,
      );
    return ascii;
  });
}

// city:City:市,borough:Borough — from the top; the words in the order of the languages.
function levelsIn(flags: Flags, languages: readonly ('zh-CN' | 'en')[]): Record<string, unknown> {
  const named = list(word(flags, 'levels'));
  if (named.length === 0) return {};
  const levels = named.map((one): OwnLevel => {
    const [level = '', ...words] = one.split(':').map((part) => part.trim());
    if (!/^[a-z][a-z-]{1,30}$/.test(level) || words.length !== languages.length || words.some((text) => text === ''))
      throw new CountyProblem(
        'levels',
        `从上到下，如 city:City,borough:Borough，每级按 ${languages.join('、')} 写名称 · goes from the top, such as city:City,borough:Borough, each with its word in ${languages.join(' and ')}`,
      );
    return { level, name: Object.fromEntries(languages.map((language, at) => [language, words[at]])) };
  });
  if (new Set(levels.map(({ level }) => level)).size !== levels.length)
    throw new CountyProblem('levels', '有一级写了两次 · names a level twice');
  return { levels };
}

// 911:Emergency:紧急求助,988:Crisis line — in the order of a form; the words in the order of the languages.
function emergenciesIn(flags: Flags, languages: readonly ('zh-CN' | 'en')[]): Record<string, unknown> {
  const named = list(word(flags, 'emergencies'));
  if (named.length === 0) return {};
  const emergencies = named.map((one): Emergency => {
    const [number = '', ...words] = one.split(':').map((part) => part.trim());
    if (!/^\+?[0-9]{2,15}$/.test(number) || words.length !== languages.length || words.some((text) => text === ''))
      throw new CountyProblem(
        'emergencies',
        `危急时打的号码，如 911:Emergency，每个按 ${languages.join('、')} 写名称 · are the numbers to call in danger, such as 911:Emergency, each with its word in ${languages.join(' and ')}`,
      );
    return { number, name: Object.fromEntries(languages.map((language, at) => [language, words[at]])) };
  });
  return { emergencies };
}
