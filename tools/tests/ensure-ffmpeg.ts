import { spawnSync } from 'node:child_process';
import { installPackages, mayUseApt } from './ensure-chromium.ts';

/** FFmpeg for the tests of conversions: the machine's, else Debian's package when we are root on Debian. Where it cannot be had they look at how the product does without, and say so. */
export function ensureFfmpeg(say: (line: string) => void): void {
  const isThere = (): boolean => spawnSync('ffprobe', ['-version'], { stdio: 'ignore' }).status === 0;
  if (isThere()) return;
  try {
    if (mayUseApt()) installPackages(['ffmpeg'], say);
  } catch {
    // Said below.
  }
  if (!isThere()) say('No ffmpeg: the tests look at how sound and video wait for it.');
}
