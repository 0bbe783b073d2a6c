import type { Converter } from './find-converter.ts';
import { words } from './plan.ts';
import { runProgram } from './run-program.ts';
import type { ProgramLimits } from './run-program.ts';

/** A file of this machine that FFmpeg reads, in the format that its bytes have: no format that names other files is ever tried. */
export interface Source {
  readonly path: string;
  /** FFmpeg's name of the format, such as `mov`. */
  readonly format: string;
}

/** Where and how FFmpeg runs. */
export interface Bench {
  readonly converter: Converter;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly limits: ProgramLimits;
}

/** The most that is read of a recording: two hours. */
export const longestSeconds = 7_200;

// Of what is read only files of this machine, and no other format than the named one, so that a file cannot lead to another.
const input = ({ path, format }: Source): string[] => [
  '-protocol_whitelist',
  'file',
  '-f',
  format,
  '-i',
  `file:${path}`,
];

/** What FFprobe says of the source, as JSON. Throws ProgramFailed. */
export async function askProbe(bench: Bench, source: Source): Promise<unknown> {
  const chunks: Buffer[] = [];
  await runProgram({
    ...bench,
    path: bench.converter.ffprobe,
    args: ['-hide_banner', '-loglevel', 'error', '-of', 'json', '-show_format', '-show_streams', ...input(source)],
    onOutput: (bytes) => chunks.push(bytes),
  });
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Runs FFmpeg on the source; `onSecond` hears how many seconds of it are done. Answers what it said. Throws ProgramFailed. */
export async function runFfmpeg(
  bench: Bench,
  source: Source,
  args: readonly string[],
  options: { seekSeconds?: number; onSecond?(seconds: number): void; onOutput?(bytes: Buffer): void } = {},
): Promise<string> {
  const { seekSeconds, onSecond, onOutput } = options;
  return runProgram({
    ...bench,
    path: bench.converter.ffmpeg,
    args: [
      ...words('-nostdin -hide_banner -y -loglevel info -nostats'),
      ...(onOutput ? [] : ['-progress', 'pipe:1', '-stats_period', '1']),
      ...(seekSeconds ? ['-ss', seekSeconds.toFixed(2)] : []),
      ...input(source),
      ...args,
    ],
    onOutput: onOutput ?? ((bytes) => sayProgress(bytes, onSecond)),
  });
}

function sayProgress(bytes: Buffer, onSecond: ((seconds: number) => void) | undefined): void {
  const done = [...bytes.toString('latin1').matchAll(/out_time_us=(\d+)/g)].at(-1)?.[1];
  if (done !== undefined) onSecond?.(Number(done) / 1_000_000);
}
