import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAnotherUser } from '../../server/testing/peers/another-user.ts';
import { findProgram } from '../../server/testing/peers/find-program.ts';

/** For each program of others that is not there, and for another user to run as, how many tests of these files (relative to `root`) wait for it and were not registered; null: all are there. A file asks for one (`findProgram('nginx')`, `asAnotherUser()`), and none of its tests does without. */
export function missingPeers(
  root: string,
  files: readonly string[],
  find = findProgram,
  mayBeAnotherUser = asAnotherUser() !== undefined,
): string | null {
  const missing = new Map<string, number>();
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    const program = /\basAnotherUser\(\)/.test(text) ? 'another user' : /\bfindProgram\('([\w-]+)'\)/.exec(text)?.[1];
    if (program === undefined || (program === 'another user' ? mayBeAnotherUser : find(program) !== undefined))
      continue;
    missing.set(program, (missing.get(program) ?? 0) + (text.match(/^\s*test\(/gm)?.length ?? 0));
  }
  if (missing.size === 0) return null;
  return [...missing]
    .map(([program, tests]) => `without ${program}: ${tests} ${tests === 1 ? 'test' : 'tests'} not registered`)
    .join('; ');
}
