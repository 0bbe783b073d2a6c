import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { FirstAdministrator } from '#access';
import { listOfDivision, problemsOfPlaces } from '#places';
import { sheetText } from '@xiangyin/document/from-sheet';
import type { ListSource } from '#places';
import type { NewCounty } from '#platform/add-county';
import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { hasProtocol, isGateway, isIssuer, isPublicAddress, isSender, withoutSlash } from '#platform/settings/forms';
import type { OidcSetting } from '#platform/settings/oidc';
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
  readonly sms: {
    readonly url: string | undefined;
    readonly from: string | undefined;
    /** A telephone; undefined: nobody's. */
    readonly trialTo: string | undefined;
  };
  /** 统一登录: by which people may sign in; null: by passwords and passkeys alone. */
  readonly provider: OidcSetting | null;
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
  'sms-url-file',
  'sms-from',
  'test-sms',
  'oidc-issuer',
  'oidc-client-id',
  'oidc-client-secret-file',
  'oidc-name',
  'kit',
  'remove-demonstration',
];

/** Options that hold a password: never on a command line, where others see it. */
export const secretOptions = ['smtp-url', 'sms-url', 'oidc-client-secret'];

/** The options of a JSON file under their names; {@link secretOptions} may stand there too, then the file must be its owner's alone. What the command line says holds before it.
 *  Throws CountyProblem. */
export async function withFile(flags: Flags): Promise<Flags> {
  const { file, ...said } = flags;
  if (file === undefined) return said;
  if (file === true) throw new CountyProblem(null, '写成 --file=<county.json> · write --file=<county.json>');
  const path = resolve(file);
  const read = asOptions(path, await textOf(path));
  if (
    secretOptions.some((name) => name in read) &&
    process.platform !== 'win32' &&
    ((await stat(path)).mode & 0o077) !== 0
  )
    throw new CountyProblem(
      null,
      `${path}：里面有密码，别人也能读：chmod 600 · it holds a password, and others may read it: chmod 600`,
    );
  return { ...read, ...said };
}

function asOptions(path: string, text: string): Flags {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new CountyProblem(null, `${path}：不是 JSON · is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new CountyProblem(null, `${path}：应为 {"slug": "lishui", …} · must be {"slug": "lishui", …}`);
  return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, asOption(path, name, value)]));
}

function asOption(path: string, name: string, value: unknown): string | true {
  if (value === true && name === 'remove-demonstration') return true;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(',');
  throw new CountyProblem(null, `${path}：${name} 应为文字 · ${name} must be a text`);
}

/** Reads and checks everything before anything is done. Throws CountyProblem, whose message names the option that is wrong. */
export async function startRequest(flags: Flags, app: App): Promise<StartRequest> {
  const own = [...startOptions, ...secretOptions];
  const stranger = Object.keys(flags).find((name) => ![...own, ...countyOptions].includes(name));
  if (stranger !== undefined) throw new CountyProblem(stranger, '没有这一项 · there is no such option');
  const describing = Object.fromEntries(Object.entries(flags).filter(([name]) => countyOptions.includes(name)));
  const address = addressIn(flags, app);
  const county = newCounty(describing, address);
  return {
    county,
    address,
    places: await placesIn(flags, county, app),
    administrator: administratorIn(flags),
    mail: await mailIn(flags),
    sms: await smsIn(flags),
    provider: await providerIn(flags),
    kit: resolve(word(flags, 'kit') || join(app.settings.varDirectory, `recovery-kit-${county.slug}.txt`)),
    removesDemonstration: flags['remove-demonstration'] !== undefined,
  };
}

const word = (flags: Flags, name: string): string => {
  const value = flags[name];
  if (value === true) throw new CountyProblem(name, `写成 --${name}=<…> · write --${name}=<…>, with the equals sign`);
  return value?.trim() ?? '';
};

function textIn(flags: Flags, name: string, form: RegExp, words: string): string {
  const text = word(flags, name);
  if (!form.test(text)) throw new CountyProblem(name, words);
  return text;
}

/** Who will be the first administrator. Throws CountyProblem. */
export const administratorIn = (flags: Flags): FirstAdministrator => ({
  name: textIn(
    flags,
    'admin-name',
    /^.{1,80}$/u,
    '管理员的姓名，最多 80 个字 · the administrator’s name, at most 80 characters',
  ),
  login: textIn(
    flags,
    'admin-login',
    /^[a-z0-9][a-z0-9._-]{1,39}$/i,
    '登录名，2 到 40 个字母和数字 · the login: 2 to 40 letters and digits',
  ),
});

/** What readers type, without trailing slash. Throws CountyProblem. */
export function addressIn(flags: Flags, { settings }: App): string {
  const address = withoutSlash(word(flags, 'address') || settings.publicAddress);
  if (!isPublicAddress(address))
    throw new CountyProblem(
      'address',
      '形如 https://news.example.org，不带路径 · looks like https://news.example.org, without a path',
    );
  const { protocol, hostname } = new URL(address);
  if (protocol === 'http:' && !loopback.includes(hostname))
    throw new CountyProblem(
      'address',
      '不在本机的地址要用 https://，否则没有人能登录 · must begin with https:// unless it is this machine’s own, or nobody can sign in',
    );
  return address;
}

/** The list of places, read or fetched, and checked line by line. Throws CountyProblem. */
export async function placesIn(
  flags: Flags,
  county: Pick<NewCounty, 'countryPack' | 'settings'>,
  { settings }: App,
): Promise<StartRequest['places']> {
  const [file, division] = [word(flags, 'places'), word(flags, 'division')];
  if ((file === '') === (division === ''))
    throw new CountyProblem(
      'places',
      '要地方名单（CSV），或县的六位编号（--division），只要一样 · takes a list of places, a CSV file; or the county’s code of six digits (--division): one of the two',
    );
  const places =
    division === ''
      ? { text: await textOf(resolve(file), sheetText) }
      : await listOfDivision(settings.varDirectory, division, flags).catch(asProblem);
  const problems = problemsOfPlaces({ countryPack: county.countryPack, settings: county.settings ?? {} }, places.text);
  if (problems.length === 0) return places;
  const lines = problems.slice(0, 50).map(({ line, zh, en }) => `  第 ${line} 行：${zh}。 · Line ${line}: ${en}.`);
  throw new CountyProblem(
    division === '' ? 'places' : 'division',
    `${file ? basename(file) : division} 有 ${problems.length} 处要改 · ${problems.length} to put right\n${lines.join('\n')}`,
  );
}

function asProblem(error: unknown): never {
  throw error instanceof ExplainedError ? new CountyProblem('division', error.message) : error;
}

/** How mail leaves. Throws CountyProblem. */
export async function mailIn(flags: Flags): Promise<StartRequest['mail']> {
  const url = await secretIn(flags, 'smtp-url');
  if (url !== '' && !hasProtocol(url, ['smtp:', 'smtps:']))
    throw new CountyProblem(
      'smtp-url',
      '形如 smtps://用户:密码@mail.example.org · is an address such as smtps://user:password@mail.example.org',
    );
  return {
    url: url || undefined,
    from: mailbox(flags, 'smtp-from', isSender),
    trialTo: mailbox(flags, 'test-mail', (text) => /^[^<>@\s]+@[^<>@\s]+$/.test(text)),
  };
}

function mailbox(flags: Flags, name: string, fits: (text: string) => boolean): string | undefined {
  const text = word(flags, name);
  if (text !== '' && !fits(text)) throw new CountyProblem(name, `不是邮箱地址 · is no e-mail address: ${text}`);
  return text || undefined;
}

/** How short messages leave. Throws CountyProblem. */
export async function smsIn(flags: Flags): Promise<StartRequest['sms']> {
  const url = await secretIn(flags, 'sms-url');
  if (url !== '' && !isGateway(url))
    throw new CountyProblem(
      'sms-url',
      '形如 https://账号:令牌@sms.example.org/… · is an address such as https://account:token@sms.example.org/…',
    );
  const [from, trialTo] = [word(flags, 'sms-from'), word(flags, 'test-sms')];
  if (from.length > 40)
    throw new CountyProblem(
      'sms-from',
      '号码或短名，最多 40 个字 · is a number or a short name of at most 40 characters',
    );
  if (trialTo !== '' && !/^\+?[0-9][0-9 -]{4,20}$/.test(trialTo))
    throw new CountyProblem('test-sms', `不是电话号码 · is no telephone number: ${trialTo}`);
  return { url: url || undefined, from: from || undefined, trialTo: trialTo || undefined };
}

/** By whom else people may sign in. Throws CountyProblem. */
export async function providerIn(flags: Flags): Promise<OidcSetting | null> {
  const issuer = word(flags, 'oidc-issuer');
  if (issuer !== '' && !isIssuer(issuer))
    throw new CountyProblem(
      'oidc-issuer',
      '形如 https://login.example.org/realms/county，与提供方公布的一字不差 · looks like https://login.example.org/realms/county, letter by letter as the provider publishes it',
    );
  const clientSecret = await secretIn(flags, 'oidc-client-secret');
  const missing = Object.entries({
    'oidc-issuer': issuer,
    'oidc-client-id': word(flags, 'oidc-client-id'),
    'oidc-client-secret': clientSecret,
  });
  const lacks = missing.find(([, text]) => text === '')?.[0];
  if (lacks !== undefined && missing.some(([, text]) => text !== ''))
    throw new CountyProblem(lacks, '三项要一起写，或者都空着 · the three belong together, or all stay empty');
  if (issuer === '') return null;
  const [clientId, name] = [word(flags, 'oidc-client-id'), word(flags, 'oidc-name')];
  if (clientId.length > 200) throw new CountyProblem('oidc-client-id', '最多 200 个字 · takes at most 200 characters');
  if (name.length > 40) throw new CountyProblem('oidc-name', '最多 40 个字 · takes at most 40 characters');
  return { issuer, clientId, clientSecret, name: name || new URL(issuer).host };
}

async function secretIn(flags: Flags, name: string): Promise<string> {
  const file = word(flags, `${name}-file`);
  return word(flags, name) || (file === '' ? '' : (await textOf(resolve(file))).trim());
}

async function textOf(path: string, read = (file: Buffer): string => file.toString('utf8')): Promise<string> {
  try {
    return read(await readFile(path));
  } catch {
    throw new CountyProblem(null, `读不到 ${path} · ${path} cannot be read`);
  }
}
