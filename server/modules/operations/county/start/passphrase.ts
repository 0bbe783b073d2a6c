import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// Without letters and digits that are taken for one another on paper.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The file with the passphrase of the backups, made where there is none yet (six groups of five signs, about 148 bits). */
export async function passphraseFile(varDirectory: string): Promise<{ path: string; passphrase: string }> {
  const path = join(varDirectory, 'backup.passphrase');
  const made = newGroups(6);
  await writeFile(path, `${made}\n`, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  return { path, passphrase: (await readFile(path, 'utf8')).trim() };
}

/** So many groups of five signs that people can copy, with hyphens between; each about 25 bits. */
export const newGroups = (count: number): string => Array.from({ length: count }, group).join('-');

const group = (): string => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('');
