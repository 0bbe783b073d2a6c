import { useEffect } from 'preact/hooks';
import { useCell } from '../kit/cell.ts';
import { say } from '../kit/language.ts';
import type { DraftVoice } from './draft.ts';
import { mayRecord } from './record-voice.ts';
import { clockOfSeconds, VoicePlayer } from './voice-player.tsx';
import type { VoiceRecorder } from './voice-recorder.ts';

const most = 10;

/** Says instead of typing: recordings that go to the desk with the text. Each is kept on this phone while it is spoken. */
export function DraftVoices({
  recorder,
  voices,
  remove,
}: {
  recorder: VoiceRecorder;
  voices: readonly DraftVoice[];
  remove: (id: string) => void;
}) {
  const now = useCell(recorder.now);
  const failed = useCell(recorder.failed);
  useEffect(() => recorder.watch(), [recorder]);
  if (!mayRecord() && voices.length === 0) return null;
  return (
    <section class="voices" aria-label={say('voice.title')}>
      {voices
        .filter((voice) => voice.id !== now?.id)
        .map((voice) => (
          <div key={voice.id} class="voice-card">
            <VoicePlayer bytes={voice.bytes} mediaType={voice.mediaType} seconds={voice.seconds} />
            {!voice.hasArrived && (
              <button type="button" class="plain" onClick={() => remove(voice.id)}>
                {say('voice.remove')}
              </button>
            )}
          </div>
        ))}
      {failed && (
        <p class="note hot" role="alert">
          {say('voice.failed')}
        </p>
      )}
      {now ? (
        <>
          <button type="button" class="btn wide recording" onClick={recorder.stop}>
            {say('voice.stop', { time: clockOfSeconds(now.seconds) })}
          </button>
          <p class="meta">{say('voice.hint')}</p>
        </>
      ) : (
        mayRecord() &&
        voices.length < most && (
          <button type="button" class="btn wide" onClick={recorder.begin}>
            {say('voice.record')}
          </button>
        )
      )}
    </section>
  );
}
