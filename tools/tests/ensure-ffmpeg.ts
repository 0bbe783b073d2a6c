import { spawnSync } from 'node:child_process';
import { installPackages, mayUseApt } from './ensure-chromium.ts';

/** Sees whether ffmpeg is there; with `install` it puts Debian's package in where root may. Its 76 packages would take the time of a short run: the full doses install it, the others take what is there. */
export function ensureFfmpeg(install: boolean, say: (line: string) => void): void {
  const isThere = (): boolean => spawnSync('ffprobe', ['-version'], { stdio: 'ignore' }).status === 0;
  if (isThere()) return;
  try {
    if (install && mayUseApt()) installPackages(['ffmpeg'], say);
  } catch {
    // Said below.
  }
  if (!isThere()) say('No ffmpeg: the tests look at how sound and video wait for it.');
}
