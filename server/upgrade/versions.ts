import { ExplainedError } from '#platform/explained-error';
import { git, gitOrNull } from './git.ts';

/** A version of the program, as git and its package.json name it. */
export interface Version {
  /** Whole hash. */
  readonly commit: string;
  /** What people call it: a tag, or the first letters of the hash. */
  readonly name: string;
}

/** The version that lies in the folder. */
export const presentVersion = (root: string): Promise<Version> => named(root, 'HEAD');

/** The version to go to: the tag, branch or commit that was asked for, else the newest release (`v…`), else what the place of origin has. What is there is fetched first.
 *  Throws ExplainedError for one that nobody knows. */
export async function wantedVersion(root: string, asked: string | undefined): Promise<Version> {
  const hasOrigin = (await gitOrNull(root, 'remote', 'get-url', 'origin')) !== null;
  // Without a network a version that was fetched before can still be gone to.
  const fetched = hasOrigin ? await gitOrNull(root, 'fetch', '--quiet', '--tags', 'origin') : null;
  const [newest] = (await git(root, 'tag', '--list', 'v*', '--sort=-version:refname')).split('\n');
  const wanted = asked ?? (newest || 'origin/HEAD');
  for (const name of [wanted, `origin/${wanted}`])
    if (await gitOrNull(root, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`)) return named(root, name);
  throw new ExplainedError(
    fetched === null && hasOrigin
      ? `没有 ${wanted}，也连不上来源（git fetch） · There is no ${wanted}, and its origin cannot be reached (git fetch)`
      : `没有这个版本 · There is no such version: ${wanted}（git tag --list）`,
  );
}

async function named(root: string, name: string): Promise<Version> {
  const commit = await git(root, 'rev-parse', '--verify', `${name}^{commit}`);
  const [tag] = (await git(root, 'tag', '--points-at', commit, '--sort=-version:refname')).split('\n');
  return { commit, name: tag || commit.slice(0, 10) };
}

/** A file of a version; null when it has none. */
export const fileOf = (root: string, { commit }: Version, path: string): Promise<string | null> =>
  gitOrNull(root, 'show', `${commit}:${path}`);
