import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PictureName } from './drawing.ts';

/** Draws pictures as PNG, 1200 × 675, into `directory` as `<name>.png`, in a process of its own; `onDrawn` hears each one that is finished.
 *  Throws with the process's own words when it fails, and when it is aborted, which ends it at once; what was finished stays. */
export async function renderPictures(
  names: readonly PictureName[],
  directory: string,
  onDrawn: (name: string) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  const worker = fileURLToPath(new URL('./render-worker.ts', import.meta.url));
  // Only the words a program needs to run go along; none of the server's settings do.
  const child = spawn(process.execPath, [worker, directory, ...names], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
    killSignal: 'SIGKILL',
    ...(signal ? { signal } : {}),
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (words: string) => (complaint += words));
  createInterface({ input: child.stdout }).on('line', onDrawn);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Error(`the pictures could not be drawn (exit ${String(code)}): ${complaint.trim()}`);
}

/** One picture as PNG, 1200 × 675. For many, `renderPictures` is some hundred times faster. */
export async function renderPicture(name: PictureName): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'xiangyin-picture-'));
  try {
    await renderPictures([name], directory);
    return await readFile(join(directory, `${name}.png`));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
