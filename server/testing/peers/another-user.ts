import { spawnSync } from 'node:child_process';
import { findProgram } from './find-program.ts';

/** The number of Debian's user `nobody`. */
export const nobody = 65_534;

/** The words before a command that run it as a user of the machine who is not root; undefined where this run may not (it is not root's itself), or where that user could not read this checkout. */
export function asAnotherUser(): readonly string[] | undefined {
  const setpriv = findProgram('setpriv');
  if (process.getuid?.() !== 0 || setpriv === undefined) return undefined;
  const words = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--'];
  const reads = spawnSync(setpriv, [...words, 'test', '-r', import.meta.filename]);
  return reads.status === 0 ? [setpriv, ...words] : undefined;
}
