import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { ExplainedError } from '../explained-error.ts';
import { accountNamed, accountNameOf, type Account } from './accounts.ts';

/** As whom the server runs. PostgreSQL refuses to run as root, so root needs one of the other two. */
export type RunAs =
  | { kind: 'self' }
  /** Root here, but another number inside a user namespace: works under a folder of mode 0700. */
  | { kind: 'namespace'; uid: number }
  /** Really another user; its programs and data must lie where that user can reach them. */
  | ({ kind: 'user' } & Account);

/** Decides as whom the server with these data runs; whoever began them goes on with them.
 *  Throws an explanation when root finds nobody to run it as, or no longer may run what it began. */
export function chooseRunAs(dataDirectory: string): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    return { kind: 'user', name: accountNameOf(owner.uid), uid: owner.uid, gid: owner.gid };
  }
  const nobody = accountNamed('nobody') ?? accountNamed('postgres');
  if (nobody && mayUseNamespace(nobody.uid)) return { kind: 'namespace', uid: nobody.uid };
  if (owner) {
    throw new ExplainedError(
      `The data in ${dataDirectory} were begun by root in a user namespace, which this machine no longer allows. ` +
        'Allow user namespaces again, or give the whole folder to another user (chown -R) and start as that user.',
    );
  }
  const account = accountNamed('xiangyin') ?? accountNamed('postgres') ?? nobody;
  if (account) return { kind: 'user', ...account };
  throw new ExplainedError(
    'PostgreSQL does not run as root, and there is no other user here (xiangyin, postgres or nobody) to run it as.',
  );
}

/** The program and arguments that start `command` as decided. */
export function commandAs(
  runAs: RunAs,
  command: string,
  args: string[],
): { command: string; args: string[]; credentials: { uid?: number; gid?: number } } {
  if (runAs.kind === 'namespace') {
    return { command: 'unshare', args: ['--user', `--map-user=${runAs.uid}`, '--', command, ...args], credentials: {} };
  }
  return { command, args, credentials: runAs.kind === 'user' ? { uid: runAs.uid, gid: runAs.gid } : {} };
}

function mayUseNamespace(uid: number): boolean {
  // For trying what happens where containers forbid it.
  if (process.env['XIANGYIN_NO_NAMESPACE'] === '1') return false;
  try {
    execFileSync('unshare', ['--user', `--map-user=${uid}`, '--', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
