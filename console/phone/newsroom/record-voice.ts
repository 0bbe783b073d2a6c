/** Longest recording, in seconds. */
export const longestSeconds = 300;
// Speech stays clear, and five minutes weigh under a megabyte.
const bitsPerSecond = 24_000;
// What is lost at most when the browser is closed in the middle of a word.
const pieceMilliseconds = 3_000;

const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const;

/** Whether this telephone records sound. */
export const mayRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator && typeOfThisPhone() !== undefined;

const typeOfThisPhone = (): string | undefined => types.find((type) => MediaRecorder.isTypeSupported(type));

/** A recording under way. */
export interface Recording {
  /** Ends it; resolves when its last piece was handed over. */
  stop(): Promise<void>;
}

/** Records from now on. `keep` gets all that was said so far, every few seconds and at the end, so that a closed browser loses little. Rejects when the microphone was not given. */
export async function recordVoice(
  keep: (sound: { bytes: ArrayBuffer; mediaType: string; seconds: number }) => void,
): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const mimeType = typeOfThisPhone() ?? '';
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond });
  const mediaType = mimeType.split(';')[0] ?? '';
  const began = performance.now();
  const pieces: Blob[] = [];
  let written = Promise.resolve();
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0) return;
    pieces.push(data);
    const seconds = Math.max(1, Math.round((performance.now() - began) / 1_000));
    const all = new Blob(pieces);
    // One after the other: a slow read must not bring an earlier state last.
    written = written.then(async () => keep({ bytes: await all.arrayBuffer(), mediaType, seconds }));
  });
  const ended = new Promise<void>((done) =>
    recorder.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop();
      done();
    }),
  );
  recorder.start(pieceMilliseconds);
  return {
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop();
      await ended;
      await written;
    },
  };
}
