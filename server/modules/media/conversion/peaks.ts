import { runFfmpeg } from './ffmpeg.ts';
import type { Bench, Source } from './ffmpeg.ts';

const samplesASecond = 8_000;
const windowSamples = 400;

/** So many bars has a drawn sound. */
const bars = 160;

/** The shape of a sound: the loudest sample of each of 160 equal parts, 0 to 100, and how long it really is. Throws ProgramFailed. */
export async function shapeOf(
  bench: Bench,
  source: Source,
  stream: number,
): Promise<{ peaks: number[]; seconds: number }> {
  const windows: number[] = [];
  let samples = 0;
  let rest: Buffer = Buffer.alloc(0);
  const onOutput = (bytes: Buffer): void => {
    const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const whole = all.length - (all.length % 2);
    for (let at = 0; at < whole; at += 2) {
      const window = Math.floor(samples / windowSamples);
      windows[window] = Math.max(windows[window] ?? 0, Math.abs(all.readInt16LE(at)));
      samples += 1;
    }
    rest = all.subarray(whole);
  };
  const raw = ['-map', `0:${stream}`, '-vn', '-ac', '1', '-ar', String(samplesASecond), '-f', 's16le', 'pipe:1'];
  await runFfmpeg(bench, source, raw, { onOutput });
  return { peaks: reduced(windows), seconds: samples / samplesASecond };
}

function reduced(windows: readonly number[]): number[] {
  const count = Math.min(bars, windows.length);
  return Array.from({ length: count }, (_, at) => {
    const part = windows.slice(
      Math.floor((at * windows.length) / count),
      Math.max(Math.floor(((at + 1) * windows.length) / count), Math.floor((at * windows.length) / count) + 1),
    );
    return Math.round((Math.max(...part) / 32_768) * 100);
  });
}
