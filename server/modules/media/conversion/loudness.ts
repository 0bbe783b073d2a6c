import { runFfmpeg } from './ffmpeg.ts';
import type { Bench, Source } from './ffmpeg.ts';

/** What European broadcasters agreed on (EBU R 128): programme loudness, and the highest true peak of what is encoded with losses (EBU Tech 3344). */
const target = { loudness: -23, peak: -1, range: 20 };

/** Listens to a recording once and answers the filter that brings it to −23 LUFS in the second pass; null where there is nothing to hear. Throws ProgramFailed. */
export async function loudnessFilter(
  bench: Bench,
  source: Source,
  stream: number,
  onSecond: (seconds: number) => void,
): Promise<string | null> {
  const wanted = `loudnorm=I=${target.loudness}:TP=${target.peak}:LRA=${target.range}`;
  const args = ['-map', `0:${stream}`, '-vn', '-sn', '-dn', '-af', `${wanted}:print_format=json`, '-f', 'null', '-'];
  const said = await runFfmpeg(bench, source, args, { onSecond });
  const value = (name: string): number => Number(new RegExp(`"${name}" : "(-?[\\d.]+)"`).exec(said)?.[1] ?? Number.NaN);
  const measured = {
    measured_I: value('input_i'),
    measured_TP: value('input_tp'),
    measured_LRA: value('input_lra'),
    measured_thresh: value('input_thresh'),
    offset: value('target_offset'),
  };
  // Silence has no loudness (it is measured as minus infinity).
  if (Object.values(measured).some(Number.isNaN) || measured.measured_I < -70) return null;
  const parts = Object.entries(measured).map(([name, number]) => `${name}=${number}`);
  return [wanted, ...parts, 'linear=true'].join(':');
}
