import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAnotherUser } from '../../server/testing/peers/another-user.ts';
import { findProgram } from '../../server/testing/peers/find-program.ts';
import { mayMount } from '../../server/testing/peers/small-disk.ts';

/** What a run has that is root's, in the words of the last line. */
const ofRoot = {
  'another user (root alone may)': () => asAnotherUser() !== undefined,
  'a small disk (root alone mounts one)': mayMount,
};
type OfRoot = keyof typeof ofRoot;

const isOfRoot = (name: string): name is OfRoot => name in ofRoot;

function askedFor(text: string): string | undefined {
  if (/\basAnotherUser\(\)/.test(text)) return 'another user (root alone may)';
  if (/\bsmallDisk\(/.test(text)) return 'a small disk (root alone mounts one)';
  return /\bfindProgram\('([\w-]+)'\)/.exec(text)?.[1];
}

/** For each program of others that is not there, for another user to run as, and for a disk of its own, how many tests of these files (relative to `root`) wait for it and were not registered; null: all are there. A file asks for one (`findProgram('nginx')`, `asAnotherUser()`, `smallDisk(…)`), and none of its tests does without. */
export function missingPeers(
  root: string,
  files: readonly string[],
  find = findProgram,
  may: Readonly<Record<OfRoot, () => boolean>> = ofRoot,
): string | null {
  const missing = new Map<string, number>();
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    const program = askedFor(text);
    if (program === undefined || (isOfRoot(program) ? may[program]() : find(program) !== undefined)) continue;
    missing.set(program, (missing.get(program) ?? 0) + (text.match(/^\s*test\(/gm)?.length ?? 0));
  }
  if (missing.size === 0) return null;
  return [...missing]
    .map(([program, tests]) => `without ${program}: ${tests} ${tests === 1 ? 'test' : 'tests'} not registered`)
    .join('; ');
}
