import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runFfmpeg, longestSeconds } from './ffmpeg.ts';
import type { Bench, Source } from './ffmpeg.ts';
import { loudnessFilter } from './loudness.ts';
import { shapeOf } from './peaks.ts';
import { audioArgs, fitted, plannedVideos, videoArgs, words } from './plan.ts';
import { probe } from './probe.ts';
import type { Probed } from './probe.ts';

/** A file that was made, in the bench's folder. */
export interface MadeFile {
  readonly name: '1080p' | '480p' | 'audio' | 'poster';
  readonly path: string;
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** What a recording became. */
export interface Converted {
  readonly probed: Probed;
  readonly seconds: number;
  readonly peaks: readonly number[];
  readonly files: readonly MadeFile[];
}

type Tell = (percent: number) => void;

/** Makes the files of a recording that browsers play: H.264 and AAC in MP4, at −23 LUFS, without metadata. `tell` hears the per cent that are done.
 *  Refuses: RecordingUnreadable (422), RecordingTooLong (422). Throws ProgramFailed. */
export async function convertFile(bench: Bench, source: Source, tell: Tell): Promise<Converted> {
  const probed = await probe(bench, source);
  const share = (from: number, to: number) => (seconds: number) =>
    tell(Math.floor(from + (to - from) * Math.min(1, seconds / Math.max(probed.seconds, 1))));
  const loudness =
    probed.audioStream < 0 ? null : await loudnessFilter(bench, source, probed.audioStream, share(0, 15));
  return probed.kind === 'video'
    ? makeVideo(bench, source, probed, loudness, share(15, 95))
    : makeAudio(bench, source, probed, loudness, share(15, 80));
}

const most = ['-t', String(longestSeconds)];

async function makeVideo(
  bench: Bench,
  source: Source,
  probed: Probed,
  loudness: string | null,
  onSecond: (seconds: number) => void,
): Promise<Converted> {
  const planned = plannedVideos(probed);
  const streams = { video: probed.videoStream, audio: probed.audioStream };
  let last = 0;
  // Decoded once for all files.
  const args = planned.flatMap((one) => [...most, ...videoArgs(one, streams, loudness)]);
  await runFfmpeg(bench, source, args, {
    onSecond: (seconds) => {
      last = seconds;
      onSecond(seconds);
    },
  });
  const seconds = probed.seconds || last;
  const made = planned.map(({ name, width, height }): MadeFile => ({
    name,
    path: join(bench.folder, `${name}.mp4`),
    mediaType: 'video/mp4',
    width,
    height,
  }));
  return { probed, seconds, peaks: [], files: [...made, ...(await makePoster(bench, source, probed, seconds))] };
}

// A little way in: the first picture of a video is often black.
async function makePoster(bench: Bench, source: Source, probed: Probed, seconds: number): Promise<MadeFile[]> {
  const { width, height } = fitted(probed, Math.min(720, probed.height, probed.width));
  const path = join(bench.folder, 'poster.jpg');
  const args = [
    ...words(`-map 0:${probed.videoStream} -frames:v 1 -vf scale=${width}:${height},setsar=1`),
    ...words('-map_metadata -1 -fflags +bitexact -q:v 3 -f image2 -update 1 poster.jpg'),
  ];
  for (const seekSeconds of [Math.min(10, seconds / 10), 0]) {
    await runFfmpeg(bench, source, args, { seekSeconds });
    if (
      await stat(path).then(
        ({ size }) => size > 0,
        () => false,
      )
    )
      return [{ name: 'poster', path, mediaType: 'image/jpeg', width, height }];
  }
  return [];
}

async function makeAudio(
  bench: Bench,
  source: Source,
  probed: Probed,
  loudness: string | null,
  onSecond: (seconds: number) => void,
): Promise<Converted> {
  await runFfmpeg(bench, source, [...most, ...audioArgs(probed.audioStream, probed.channels, loudness)], { onSecond });
  const path = join(bench.folder, 'audio.m4a');
  const { peaks, seconds } = await shapeOf(bench, { path, format: 'mov' }, 0);
  return {
    probed,
    seconds,
    peaks,
    files: [{ name: 'audio', path, mediaType: 'audio/mp4', width: null, height: null }],
  };
}
