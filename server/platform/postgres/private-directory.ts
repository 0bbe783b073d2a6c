import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExplainedError } from '../explained-error.ts';

/** `sun_path` is 108 bytes on Linux and 104 on macOS, and the socket's own name takes 14. */
const LONGEST_SOCKET_DIRECTORY = 85;

/** Makes a folder that only `owner` (default: we) may enter, or makes sure that it is one. Throws an explanation when it belongs to somebody else. */
export function makePrivateDirectory(path: string, owner?: { uid: number; gid: number }): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const found = lstatSync(path);
    const ours = process.getuid?.();
    // In a shared temporary folder a stranger could have made it first.
    if (!found.isDirectory() || (ours !== undefined && ![ours, owner?.uid].includes(found.uid))) throw notOurs(path);
    chmodSync(path, 0o700);
    if (owner && found.uid !== owner.uid) chownSync(path, owner.uid, owner.gid);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')))
      throw error;
    throw notOurs(path, error);
  }
}

/** A folder for the server's socket: what guards the database is that only its owner may enter, for the socket itself asks no password.
 *  Under `directory`, or in the temporary folder when that path is too long for a socket. */
export function socketDirectoryFor(directory: string, owner?: { uid: number; gid: number }): string {
  const near = join(directory, 'socket');
  const fits = Buffer.byteLength(near) <= LONGEST_SOCKET_DIRECTORY;
  const path = fits ? near : join(tmpdir(), `xiangyin-${shortHash(directory)}`);
  makePrivateDirectory(path, owner);
  return path;
}

/** Twelve hexadecimal digits that stand for a text. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function notOurs(path: string, cause?: Error): ExplainedError {
  return new ExplainedError(
    `这个文件夹属于另一个用户，请以那个用户启动，或把它移交给您（chown -R）：${path}\n` +
      `This folder belongs to another user: start as that user, or have it handed over to you (chown -R): ${path}`,
    cause && { cause },
  );
}
