import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Mounts a small disk of its own at a folder that is not there yet; false where this run may not: it is not root's itself, or root may mount nothing here. */
export function smallDisk(path: string, megabytes: number): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  mkdirSync(path);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', path]).status === 0;
}

/** Whether `smallDisk` may. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'xy-may-mount-'));
  const path = join(folder, 'disk');
  const may = smallDisk(path, 1);
  if (may) spawnSync('umount', ['--lazy', path]);
  rmSync(folder, { recursive: true });
  return may;
}
