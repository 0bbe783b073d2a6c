import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';

/** The letters that a program without a mail server wrote into its folder, in the order in which they were planned, read with a parser that is not the sender's. */
export async function spooledLetters(varDirectory: string): Promise<Email[]> {
  const spool = join(varDirectory, 'spool', 'mail');
  const names = (await readdir(spool).catch(() => [])).filter((name) => /^[^.].*\.eml$/.test(name));
  return Promise.all(names.toSorted().map(async (name) => PostalMime.parse(await readFile(join(spool, name)))));
}
