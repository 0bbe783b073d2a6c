import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ExplainedError } from '#platform/explained-error';

const run = promisify(execFile);

/** Asks git in a folder; answers what it said, without the last line's end. Throws ExplainedError with git's own words. */
export async function git(folder: string, ...words: string[]): Promise<string> {
  try {
    const { stdout } = await run('git', words, {
      cwd: folder,
      maxBuffer: 1 << 26,
      // Nobody is asked for a password in the middle of it.
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    });
    return stdout.trimEnd();
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new ExplainedError(`git ${words[0]}: ${said}`, { cause });
  }
}

/** As `git`; null where git says no. */
export const gitOrNull = (folder: string, ...words: string[]): Promise<string | null> =>
  git(folder, ...words).catch(() => null);
