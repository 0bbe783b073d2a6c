import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { known, type SettingName } from './known.ts';

/** What was said, by name and as text, and what is wrong with how it was said (a line each). */
export interface Given {
  readonly values: Readonly<Partial<Record<SettingName, string>>>;
  readonly problems: readonly string[];
}

export const settingNames = Object.keys(known) as SettingName[];

/** Gathers what the environment says, then files that it names for secrets (`SMTP_URL_FILE`), then `xiangyin.config.json` in `folder` or where XIANGYIN_CONFIG says; what comes first holds. An empty variable counts as absent. */
export function gatherSettings(variables: Readonly<Record<string, string | undefined>>, folder: string): Given {
  const problems: string[] = [];
  const said = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const path = configFile(variables, folder);
  const inFile = path === null ? {} : readConfig(path, said('XIANGYIN_CONFIG') !== undefined, problems);
  const values = Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = said(name) ?? fromSecretFile(name, said(`${name}_FILE`), folder, problems) ?? inFile[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { values, problems };
}

/** Where the file with settings lies, or would lie; null where none is to be read. */
export function configFile(variables: Readonly<Record<string, string | undefined>>, folder: string): string | null {
  const named = variables['XIANGYIN_CONFIG']?.trim() || 'xiangyin.config.json';
  return named === 'off' ? null : resolve(folder, named);
}

function fromSecretFile(
  name: SettingName,
  path: string | undefined,
  folder: string,
  problems: string[],
): string | undefined {
  if (path === undefined || !isSecret(name)) return undefined;
  try {
    return readFileSync(resolve(folder, path), 'utf8').trim() || undefined;
  } catch (error) {
    problems.push(`${name}_FILE: ${path}: ${reasonOf(error)}`);
    return undefined;
  }
}

const isSecret = (name: SettingName): boolean => 'secret' in known[name];

/** The file's settings as texts. `mustBe`: it was asked for by name. */
function readConfig(path: string, mustBe: boolean, problems: string[]): Partial<Record<string, string>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (mustBe || !isAbsent(error)) problems.push(`XIANGYIN_CONFIG: ${path}: ${reasonOf(error)}`);
    return {};
  }
  const entries = entriesOf(text, path, problems);
  const values = entries.flatMap(([name, value]) => {
    const problem = problemOf(name, value);
    if (problem !== null) problems.push(`${name} (${path}): ${problem}`);
    return problem === null ? [[name, textOf(value)] as const] : [];
  });
  if (values.some(([name]) => isSecret(name as SettingName)) && isOpenToAll(path))
    problems.push(
      `${path}: 里面有密码，却人人可读：chmod 600 · it holds passwords and everybody on this machine may read it: chmod 600`,
    );
  return Object.fromEntries(values);
}

function entriesOf(text: string, path: string, problems: string[]): [string, unknown][] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.entries(value).filter(([name]) => name !== '$schema');
    problems.push(`${path}: 应为 {"PORT": 8080, …} · must be {"PORT": 8080, …}`);
  } catch (error) {
    problems.push(`${path}: 不是 JSON · is not JSON: ${reasonOf(error)}`);
  }
  return [];
}

function problemOf(name: string, value: unknown): string | null {
  const setting = settingNames.find((one) => one === name);
  if (setting === undefined) {
    const meant = settingNames.find((one) => bare(one) === bare(name));
    return meant === undefined
      ? '没有这个设置，见 docs/operations/settings.md · there is no such setting; see docs/operations/settings.md'
      : `写作 ${meant} · write ${meant}`;
  }
  if ('onlyVariable' in known[setting]) return '只能用环境变量设置 · can be set by an environment variable alone';
  return ['string', 'number', 'boolean'].includes(typeof value) || isList(value)
    ? null
    : '应为文字、数字、true/false 或它们的列表 · must be a text, a number, true or false, or a list of texts';
}

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const textOf = (value: unknown): string => (isList(value) ? value.join(',') : String(value));
const bare = (name: string): string => name.replaceAll(/[^a-z0-9]/gi, '').toLowerCase();
const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
const reasonOf = (error: unknown): string =>
  isAbsent(error) ? '没有这个文件 · no such file' : error instanceof Error ? error.message : String(error);
// Windows keeps rights elsewhere.
const isOpenToAll = (path: string): boolean => process.platform !== 'win32' && (statSync(path).mode & 0o004) !== 0;
