import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { demonstrationAccountsFile as fileIn } from '#operations';

const accountLine = z.strictObject({
  role: z.string(),
  place: z.string(),
  login: z.string(),
  password: z.string(),
  token: z.string(),
  totpSecret: z.string(),
});

/** An account of the demonstration with its secrets, as a line of the file. */
export type AccountLine = z.infer<typeof accountLine>;

/** Writes `demo-accounts.json`, readable by its owner alone; never half. */
export async function writeAccountsFile(varDirectory: string, lines: readonly AccountLine[]): Promise<void> {
  const part = `${fileIn(varDirectory)}.part`;
  await writeFile(part, `${JSON.stringify(lines, null, 2)}\n`, { mode: 0o600 });
  await chmod(part, 0o600);
  await rename(part, fileIn(varDirectory));
}

/** The accounts written before; none when the file is not there. */
export async function readAccountsFile(varDirectory: string): Promise<AccountLine[]> {
  const text = await readFile(fileIn(varDirectory), 'utf8').catch(() => '[]');
  return z.array(accountLine).parse(JSON.parse(text));
}
