/** A file of a video that is made: never larger than the video itself. */
export interface PlannedVideo {
  readonly name: '1080p' | '480p';
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const even = (value: number): number => Math.max(2, Math.round(value / 2) * 2);

/** The size at which the shorter side has at most so many points; encoders want even numbers. */
export function fitted({ width, height }: Size, shorter: number): Size {
  const scale = Math.min(1, shorter / Math.min(width, height));
  return { width: even(width * scale), height: even(height * scale) };
}

/** Which files are made of a video: one for phones, and one for larger screens where it has more to show. */
export const plannedVideos = (size: Size): PlannedVideo[] =>
  (Math.min(size.width, size.height) > 480 ? ([1080, 480] as const) : ([480] as const)).map((shorter) => ({
    name: `${shorter}p` as const,
    ...fitted(size, shorter),
  }));

const rates = {
  '1080p': { most: '6M', buffer: '12M', sound: '128k' },
  '480p': { most: '1400k', buffer: '2800k', sound: '96k' },
};

/** Arguments written as on a command line; none of them holds a space. */
export const words = (line: string): string[] => line.split(' ');

/** FFmpeg's arguments for one file of a video. Nothing of the metadata (place, device, time) goes along. */
export const videoArgs = (
  { name, width, height }: PlannedVideo,
  streams: { video: number; audio: number },
  loudness: string | null,
): string[] => [
  ...words(`-map 0:${streams.video}`),
  ...(streams.audio < 0 ? [] : words(`-map 0:${streams.audio}`)),
  ...words(`-vf scale=${width}:${height},setsar=1,format=yuv420p -fpsmax 50`),
  ...words('-c:v libx264 -preset veryfast -profile:v high -crf 23 -g 250'),
  ...words(`-maxrate ${rates[name].most} -bufsize ${rates[name].buffer}`),
  ...(streams.audio < 0 ? [] : soundArgs(rates[name].sound, 2, loudness)),
  ...words(`${withoutMetadata} -movflags +faststart -f mp4 ${name}.mp4`),
];

/** FFmpeg's arguments for the one file of a sound. */
export const audioArgs = (stream: number, channels: number, loudness: string | null): string[] => [
  ...words(`-map 0:${stream} -vn`),
  ...soundArgs(channels > 1 ? '128k' : '96k', Math.min(2, Math.max(1, channels)), loudness),
  ...words(`${withoutMetadata} -movflags +faststart -f mp4 audio.m4a`),
];

const soundArgs = (rate: string, channels: number, loudness: string | null): string[] => [
  ...(loudness === null ? [] : words(`-af ${loudness}`)),
  ...words(`-c:a aac -b:a ${rate} -ar 48000 -ac ${channels}`),
];

const withoutMetadata = '-sn -dn -map_metadata -1 -map_chapters -1 -fflags +bitexact -threads 2';
