import { useEffect, useState } from 'preact/hooks';
import { say } from '../kit/language.ts';

/** A length as a clock shows it, such as 1:07. */
export const clockOfSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** A recording that lies on this phone, to listen to. */
export function VoicePlayer({
  bytes,
  mediaType,
  seconds,
}: {
  bytes: ArrayBuffer | null;
  mediaType: string;
  seconds: number;
}) {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return undefined;
    const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setSource(address);
    return () => URL.revokeObjectURL(address);
  }, [bytes, mediaType]);
  return (
    <div class="voice-line">
      <span class="meta">{say('voice.one', { time: clockOfSeconds(seconds) })}</span>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what was said */}
      {source && <audio controls preload="metadata" src={source} />}
    </div>
  );
}
