import { z } from 'zod';
import { refuse } from '#platform/refuse';
import { askProbe, longestSeconds } from './ffmpeg.ts';
import type { Bench, Source } from './ffmpeg.ts';
import { ProgramFailed } from './run-program.ts';

/** What a recording is. Width and height are those that are seen: upright, with square points. */
export interface Probed {
  readonly kind: 'audio' | 'video';
  /** 0: the file does not say. */
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  /** Which of the file's streams is shown; -1: none. */
  readonly videoStream: number;
  /** Which is heard; -1: none. */
  readonly audioStream: number;
  readonly channels: number;
}

// Other programs' words: only what is read is described, and all of it may be missing.
const numeric = z.coerce.number().catch(0);
const probeAnswer = z.object({
  format: z.object({ duration: numeric.optional() }).optional(),
  streams: z
    .array(
      z.object({
        index: z.number(),
        codec_type: z.string().catch(''),
        codec_name: z.string().catch(''),
        width: numeric.optional(),
        height: numeric.optional(),
        channels: numeric.optional(),
        sample_aspect_ratio: z.string().optional(),
        disposition: z.object({ attached_pic: numeric.optional() }).optional(),
        side_data_list: z.array(z.object({ rotation: numeric.optional() })).optional(),
        tags: z.object({ rotate: numeric.optional() }).optional(),
      }),
    )
    .catch([]),
});
type Stream = z.infer<typeof probeAnswer>['streams'][number];

const mostPixels = 8_192 * 4_608;

/** Looks into a recording. Refuses: RecordingUnreadable (422), RecordingTooLong (422). */
export async function probe(bench: Bench, source: Source): Promise<Probed> {
  const answer = probeAnswer.parse(await askProbe(bench, source).catch(unreadable));
  const video = answer.streams.find((one) => one.codec_type === 'video' && !one.disposition?.attached_pic);
  const audio = answer.streams.find((one) => one.codec_type === 'audio' && one.codec_name !== '');
  const seconds = answer.format?.duration ?? 0;
  if ((!video && !audio) || (video && (video.width ?? 0) * (video.height ?? 0) > mostPixels))
    refuse('RecordingUnreadable');
  if (seconds > longestSeconds) refuse('RecordingTooLong', { hours: longestSeconds / 3_600 });
  return {
    kind: video ? 'video' : 'audio',
    seconds,
    ...(video ? sizeSeen(video) : { width: 0, height: 0 }),
    videoStream: video?.index ?? -1,
    audioStream: audio?.index ?? -1,
    channels: audio?.channels ?? 0,
  };
}

// A file that it cannot read is the sender's to mend; that it hung or was stopped is not.
function unreadable(error: unknown): never {
  if (error instanceof ProgramFailed && error.why === 'failed') refuse('RecordingUnreadable');
  throw error;
}

function sizeSeen(video: Stream): { width: number; height: number } {
  const [across = 1, down = 1] = (video.sample_aspect_ratio ?? '1:1').split(':').map(Number);
  const stretched = (video.width ?? 0) * (across > 0 && down > 0 ? across / down : 1);
  const turned = video.side_data_list?.find((one) => one.rotation)?.rotation ?? video.tags?.rotate ?? 0;
  const [width, height] = [Math.round(stretched), video.height ?? 0];
  if (width < 2 || height < 2) refuse('RecordingUnreadable');
  return Math.abs(turned) % 180 === 90 ? { width: height, height: width } : { width, height };
}
