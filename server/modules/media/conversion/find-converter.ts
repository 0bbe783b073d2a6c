import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { AppSettings } from '#platform/app';

/** The two programs of FFmpeg. */
export interface Converter {
  readonly ffmpeg: string;
  readonly ffprobe: string;
}

const ending = process.platform === 'win32' ? '.exe' : '';

/** FFmpeg as this machine has it: where `FFMPEG_PATH` says, else on the path; undefined when it is not there. Asked anew each time, so that it is found once somebody has installed it. */
export function findConverter({ ffmpegPath }: Pick<AppSettings, 'ffmpegPath'>): Converter | undefined {
  const folders = ffmpegPath ? [dirname(ffmpegPath)] : (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  for (const folder of folders) {
    const ffmpeg = ffmpegPath ?? join(folder, `ffmpeg${ending}`);
    const ffprobe = join(folder, `ffprobe${ending}`);
    if (mayRun(ffmpeg) && mayRun(ffprobe)) return { ffmpeg, ffprobe };
  }
  return undefined;
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
