import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FirstAdministrator } from '#access';
import { listOfDivision, problemsOfPlaces } from '#places';
import type { ListSource } from '#places';
import type { NewCounty } from '#platform/add-county';
import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { hasProtocol, isPublicAddress, isSender, withoutSlash } from '#platform/settings/forms';
import { CountyProblem, countyOptions, loopback, newCounty } from '../new-county.ts';

/** Options of the command, by name. */
export type Flags = Readonly<Record<string, string | true>>;

/** All that is needed to start a county, checked. */
export interface StartRequest {
  readonly county: NewCounty;
  /** Without trailing slash. */
  readonly address: string;
  /** The list of places as CSV; `source`: where it was not written here. */
  readonly places: { readonly text: string; readonly source?: ListSource };
  readonly administrator: FirstAdministrator;
  readonly mail: {
    readonly url: string | undefined;
    readonly from: string | undefined;
    /** Who gets a test message; undefined: nobody. */
    readonly trialTo: string | undefined;
  };
  /** Where the recovery kit is written. */
  readonly kit: string;
  readonly removesDemonstration: boolean;
}

/** Options of `county start`, besides those that describe a county. */
export const startOptions = [
  'address',
  'places',
  'division',
  'package',
  'integrity',
  'as-of',
  'admin-name',
  'admin-login',
  'smtp-url-file',
  'smtp-from',
  'test-mail',
  'kit',
  'remove-demonstration',
];

/** The options of a JSON file under their names; `smtp-url` may stand there too, then the file must be its owner's alone. What the command line says holds before it.
 *  Throws CountyProblem. */
export async function withFile(flags: Flags): Promise<Flags> {
  const { file, ...said } = flags;
  if (file === undefined) return said;
  if (file === true) throw new CountyProblem('写成 --file=<county.json> · write --file=<county.json>');
  const path = resolve(file);
  const read = asOptions(path, await textOf(path));
  if ('smtp-url' in read && process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0)
    throw new CountyProblem(
      `${path}：里面有密码，别人也能读：chmod 600 · it holds a password, and others may read it: chmod 600`,
    );
  return { ...read, ...said };
}

function asOptions(path: string, text: string): Flags {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new CountyProblem(`${path}：不是 JSON · is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new CountyProblem(`${path}：应为 {"slug": "lishui", …} · must be {"slug": "lishui", …}`);
  return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, asOption(path, name, value)]));
}

function asOption(path: string, name: string, value: unknown): string | true {
  if (value === true && name === 'remove-demonstration') return true;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(',');
  throw new CountyProblem(`${path}：${name} 应为文字 · ${name} must be a text`);
}

/** Reads and checks everything before anything is done. Throws CountyProblem, whose message names the option that is wrong. */
export async function startRequest(flags: Flags, app: App): Promise<StartRequest> {
  const own = [...startOptions, 'smtp-url'];
  const stranger = Object.keys(flags).find((name) => ![...own, ...countyOptions].includes(name));
  if (stranger !== undefined) throw new CountyProblem(`--${stranger} 没有这一项 · there is no such option`);
  const describing = Object.fromEntries(Object.entries(flags).filter(([name]) => countyOptions.includes(name)));
  const address = addressIn(flags, app);
  const county = newCounty(describing, address);
  return {
    county,
    address,
    places: await placesIn(flags, county, app),
    administrator: {
      name: textIn(flags, 'admin-name', /^.{1,80}$/u, '管理员的姓名 · the administrator’s name'),
      login: textIn(
        flags,
        'admin-login',
        /^[a-z0-9][a-z0-9._-]{1,39}$/i,
        '登录名，2 到 40 个字母和数字 · the login: 2 to 40 letters and digits',
      ),
    },
    mail: await mailIn(flags),
    kit: resolve(word(flags, 'kit') || join(app.settings.varDirectory, `recovery-kit-${county.slug}.txt`)),
    removesDemonstration: flags['remove-demonstration'] !== undefined,
  };
}

const word = (flags: Flags, name: string): string => {
  const value = flags[name];
  if (value === true) throw new CountyProblem(`写成 --${name}=<…> · write --${name}=<…>, with the equals sign`);
  return value?.trim() ?? '';
};

function textIn(flags: Flags, name: string, form: RegExp, words: string): string {
  const text = word(flags, name);
  if (!form.test(text)) throw new CountyProblem(`--${name}：${words}`);
  return text;
}

function addressIn(flags: Flags, { settings }: App): string {
  const address = withoutSlash(word(flags, 'address') || settings.publicAddress);
  if (!isPublicAddress(address))
    throw new CountyProblem(
      '--address 形如 https://news.example.org，不带路径 · --address looks like https://news.example.org, without a path',
    );
  const { protocol, hostname } = new URL(address);
  if (protocol === 'http:' && !loopback.includes(hostname))
    throw new CountyProblem(
      '--address：不在本机的地址要用 https://，否则没有人能登录 · --address must begin with https:// unless it is this machine’s own, or nobody can sign in',
    );
  return address;
}

async function placesIn(flags: Flags, county: NewCounty, { settings }: App): Promise<StartRequest['places']> {
  const [file, division] = [word(flags, 'places'), word(flags, 'division')];
  if ((file === '') === (division === ''))
    throw new CountyProblem(
      '--places 是地方名单（CSV），或用 --division 写县的六位编号 · --places names the list of places, a CSV file; or give --division, the county’s code of six digits',
    );
  const places =
    division === ''
      ? { text: await textOf(resolve(file)) }
      : await listOfDivision(settings.varDirectory, division, flags).catch(asProblem);
  const problems = problemsOfPlaces({ countryPack: county.countryPack, settings: county.settings ?? {} }, places.text);
  if (problems.length === 0) return places;
  const lines = problems.slice(0, 50).map(({ line, zh, en }) => `  第 ${line} 行：${zh}。 · Line ${line}: ${en}.`);
  throw new CountyProblem(
    `--places：${file || division} 有 ${problems.length} 处要改 · ${problems.length} to put right\n${lines.join('\n')}`,
  );
}

function asProblem(error: unknown): never {
  throw error instanceof ExplainedError ? new CountyProblem(`--division：${error.message}`) : error;
}

async function mailIn(flags: Flags): Promise<StartRequest['mail']> {
  const file = word(flags, 'smtp-url-file');
  const url = word(flags, 'smtp-url') || (file === '' ? '' : (await textOf(resolve(file))).trim());
  if (url !== '' && !hasProtocol(url, ['smtp:', 'smtps:']))
    throw new CountyProblem(
      '--smtp-url-file：里面形如 smtps://用户:密码@mail.example.org · it holds an address such as smtps://user:password@mail.example.org',
    );
  return {
    url: url || undefined,
    from: mailbox(flags, 'smtp-from', isSender),
    trialTo: mailbox(flags, 'test-mail', (text) => /^[^<>@\s]+@[^<>@\s]+$/.test(text)),
  };
}

function mailbox(flags: Flags, name: string, fits: (text: string) => boolean): string | undefined {
  const text = word(flags, name);
  if (text !== '' && !fits(text)) throw new CountyProblem(`--${name}：不是邮箱地址 · is no e-mail address: ${text}`);
  return text || undefined;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new CountyProblem(`读不到 ${path} · ${path} cannot be read`);
  }
}
