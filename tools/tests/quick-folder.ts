import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const memory = '/dev/shm';
const gibibyte = 2 ** 30;

/** Puts everything that tests make and throw away (databases, data folders of journeys, browser profiles) into memory, where the machine has room for it:
 *  copying a database of 900 small files takes 25 ms there and 350 to 800 ms on a virtual disk. Sets `TMPDIR` and `XIANGYIN_TEST_VAR` for all test processes.
 *  Answers what removes the folder at the end, or null where tests stay on the disk. */
export function useMemory(root: string, roomBytes = 4 * gibibyte): (() => void) | null {
  if (process.env['XIANGYIN_TEST_VAR'] || !hasRoom(roomBytes)) return null;
  const folder = join(memory, `xiangyin-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
  // Others may pass, as PostgreSQL's own user must; what they may read, each folder within says itself.
  mkdirSync(join(folder, 'tmp'), { recursive: true, mode: 0o711 });
  // The name can be guessed, and the place is everybody's.
  if (statSync(folder).uid !== process.getuid?.()) return null;
  process.env['TMPDIR'] = join(folder, 'tmp');
  process.env['XIANGYIN_TEST_VAR'] = join(folder, 'postgres');
  return () => rmSync(folder, { recursive: true, force: true });
}

// Twice the room must be free in the machine's memory too: what fills the one takes of the other.
function hasRoom(bytes: number): boolean {
  if (process.platform !== 'linux' || !existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  const available = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? '0';
  return bavail * bsize >= bytes && Number(available) * 1024 >= 2 * bytes;
}
