import { readFile, readlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { replaceFile } from '../key-files.ts';
import type { SettingName } from './known.ts';

/** Settings to write, by name; undefined takes one out. */
export type SettingChanges = Readonly<Partial<Record<SettingName, string | boolean | readonly string[] | undefined>>>;

/** Sets these settings in the file of settings (`xiangyin.config.json`) and leaves the others. Readable by its owner alone from then on; never half. A link is followed, also where nothing lies at its end yet. Answers whether that changed anything. */
export async function writeSettingsFile(path: string, changes: SettingChanges): Promise<boolean> {
  const before = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw error;
  });
  const settings: Record<string, unknown> = { ...JSON.parse(before), ...changes };
  const after = `${JSON.stringify(settings, null, 2)}\n`;
  if (after === before) return false;
  const place = await readlink(path).then(
    (end) => resolve(dirname(path), end),
    () => path,
  );
  await replaceFile(place, after);
  return true;
}
