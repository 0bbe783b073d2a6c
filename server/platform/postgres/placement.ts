import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyBundle, usableBundle, type Bundle } from './bundle.ts';

/** As whom the server runs. PostgreSQL refuses to run as root, so root needs one of the other two. */
export type RunAs =
  | { kind: 'self' }
  /** Root here, but another number inside a user namespace: works under a folder of mode 0700. */
  | { kind: 'namespace'; uid: number }
  /** Really another user; its programs and data must lie where that user can reach them. */
  | { kind: 'user'; name: string; uid: number; gid: number };

/** Where a server's parts lie and as whom it runs. */
export interface Placement {
  runAs: RunAs;
  bundle: Bundle;
  dataDirectory: string;
  /** Null when the server listens on loopback instead (Windows). */
  socketDirectory: string | null;
}

/** Directory of last resort, when root may not use namespaces. */
const SHARED_HOME = '/var/lib/xiangyin';

/** `sun_path` is 108 bytes on Linux and 104 on macOS, and the socket's own name takes 14. */
const LONGEST_SOCKET_DIRECTORY = 85;

/** Decides where the server of `directory` lives, and makes its folders (mode 0700). Says in `log` when that is not under `directory`. */
export async function choosePlacement(
  directory: string,
  { useSocket, log }: { useSocket: boolean; log: (line: string) => void },
): Promise<Placement> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  const bundle = await usableBundle(directory);
  const dataDirectory = join(directory, 'data');
  const runAs = chooseRunAs(dataDirectory);
  if (runAs.kind === 'user') return placeOutside(directory, { runAs, bundle, useSocket, log });
  return { runAs, bundle, dataDirectory, socketDirectory: useSocket ? privateSocketDirectory(directory) : null };
}

/** The program and arguments that start `command` as the placement says. */
export function asPlaced(
  { runAs }: Placement,
  command: string,
  args: string[],
): { command: string; args: string[]; credentials: { uid?: number; gid?: number } } {
  if (runAs.kind === 'namespace') {
    return { command: 'unshare', args: ['--user', `--map-user=${runAs.uid}`, '--', command, ...args], credentials: {} };
  }
  return { command, args, credentials: runAs.kind === 'user' ? { uid: runAs.uid, gid: runAs.gid } : {} };
}

function chooseRunAs(dataDirectory: string): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const owner = existsSync(dataDirectory) ? statSync(dataDirectory) : null;
  // Begun by an ordinary user and now started by root: the folder stays that user's.
  if (owner !== null && owner.uid !== 0) {
    return {
      kind: 'user',
      name: accountNames().get(owner.uid)?.name ?? String(owner.uid),
      uid: owner.uid,
      gid: owner.gid,
    };
  }
  const nobody = accountNamed('nobody') ?? accountNamed('postgres');
  if (nobody && mayUseNamespace(nobody.uid)) return { kind: 'namespace', uid: nobody.uid };
  const account = accountNamed('xiangyin') ?? accountNamed('postgres') ?? nobody;
  if (!account)
    throw new Error(
      'PostgreSQL does not run as root, and this machine has no other user (nobody, postgres or xiangyin) to run it as.',
    );
  return { kind: 'user', ...account };
}

function mayUseNamespace(uid: number): boolean {
  if (process.env['XIANGYIN_NO_NAMESPACE'] === '1') return false;
  try {
    execFileSync('unshare', ['--user', `--map-user=${uid}`, '--', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function placeOutside(
  directory: string,
  {
    runAs,
    bundle,
    useSocket,
    log,
  }: { runAs: RunAs & { kind: 'user' }; bundle: Bundle; useSocket: boolean; log: (line: string) => void },
): Promise<Placement> {
  const own = join(directory, 'data');
  if (existsSync(own) && statSync(own).uid === 0) {
    throw new Error(
      `The data in ${own} were begun by root in a user namespace, which this machine no longer allows. Allow namespaces again, or give the folder to another user (chown -R) and start as that user.`,
    );
  }
  if (existsSync(own))
    return {
      runAs,
      bundle,
      dataDirectory: own,
      socketDirectory: useSocket ? privateSocketDirectory(directory, runAs) : null,
    };
  const home = join(SHARED_HOME, shortHash(directory));
  log(`Root may not open a user namespace here, so PostgreSQL runs as "${runAs.name}" and its data lies in ${home}.`);
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  chmodSync(SHARED_HOME, 0o755);
  mkdirOwned(home, runAs);
  const copied = await copyBundle(bundle, SHARED_HOME);
  return {
    runAs,
    bundle: copied,
    dataDirectory: join(home, 'data'),
    socketDirectory: useSocket ? privateSocketDirectory(home, runAs) : null,
  };
}

/** A folder only the server's owner may enter: this is what guards the database, for the socket itself asks no password. */
function privateSocketDirectory(directory: string, owner?: { uid: number; gid: number }): string {
  const near = join(directory, 'socket');
  const path =
    Buffer.byteLength(near) <= LONGEST_SOCKET_DIRECTORY ? near : join(tmpdir(), `xiangyin-${shortHash(directory)}`);
  mkdirOwned(path, owner);
  return path;
}

function mkdirOwned(path: string, owner?: { uid: number; gid: number }): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  const uid = process.getuid?.();
  // In a shared temporary folder a stranger could have made it first.
  if (uid !== undefined && (!found.isDirectory() || ![uid, owner?.uid].includes(found.uid))) {
    throw new Error(`${path} belongs to another user; remove it and start again.`);
  }
  chmodSync(path, 0o700);
  if (owner && found.uid !== owner.uid) chownSync(path, owner.uid, owner.gid);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

interface Account {
  name: string;
  uid: number;
  gid: number;
}

function accountNamed(name: string): Account | undefined {
  return [...accountNames().values()].find((account) => account.name === name);
}

function accountNames(): Map<number, Account> {
  const accounts = new Map<number, Account>();
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid && !accounts.has(Number(uid)))
      accounts.set(Number(uid), { name, uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}
