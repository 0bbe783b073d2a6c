import { runNpm } from '../npm.ts';

/** What a list of known weaknesses says of one package. */
export interface Weakness {
  /** The last part of the advisory's address, such as GHSA-xxxx-xxxx-xxxx. */
  readonly advisory: string;
  readonly package: string;
  /** Of npm: info, low, moderate, high, critical. */
  readonly severity: string;
  readonly title: string;
  /** The versions that have it. */
  readonly range: string;
}

/** What was asked and answered; of a registry that was not reached, or keeps no such list, why nobody knows. */
export type Asked =
  | { readonly weaknesses: readonly Weakness[]; readonly packages: number }
  | { readonly unknown: string };

/** What `npm audit --json` says, of either outcome. */
interface Report {
  /** Why it could not ask. */
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, { readonly via: readonly (string | Advisory)[] }>>;
  readonly metadata?: { readonly dependencies: { readonly total: number } };
}

/** An advisory on the package itself; a mere name stands for those of a package that it needs, which has its own entry. */
interface Advisory {
  readonly dependency: string;
  readonly title: string;
  readonly url: string;
  readonly severity: string;
  readonly range: string;
}

/** Asks the registry that npm is set to for what it knows of the packages in that folder's lockfile; with `tools` also of those that only build and test. Nothing is changed. */
export async function askRegistry(folder: string, { tools }: { tools: boolean }): Promise<Asked> {
  const kinds = tools ? '--include=dev' : '--omit=dev';
  const { code, stdout, stderr } = await runNpm(folder, ['audit', '--json', '--package-lock-only', kinds]);
  if (code === null) return { unknown: `npm does not run (${stderr})` };
  const { message, vulnerabilities, metadata } = reportIn(stdout);
  if (!vulnerabilities || !metadata) return { unknown: withoutAddress(message ?? stderr) };
  const found = Object.values(vulnerabilities).flatMap(({ via }) =>
    via.flatMap((one) => (typeof one === 'string' ? [] : [weaknessIn(one)])),
  );
  const once = new Map(found.map((one) => [`${one.advisory} ${one.package} ${one.range}`, one]));
  return { weaknesses: [...once.values()], packages: metadata.dependencies.total };
}

const weaknessIn = ({ dependency, title, url, severity, range }: Advisory): Weakness => ({
  advisory: url.split('/').at(-1) ?? url,
  package: dependency,
  severity,
  title,
  range,
});

/** npm's own words; which registry it is stands in npm's settings. */
const withoutAddress = (words: string): string =>
  (words.trim().split('\n')[0] ?? '').replaceAll(/https?:\/\/\S+/g, 'the registry') || 'npm said nothing';

function reportIn(stdout: string): Report {
  try {
    return JSON.parse(stdout);
  } catch {
    return {};
  }
}
