import type { VoiceNoteView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { readBytes } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { Part } from '../kit/parts.tsx';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { clockOfSeconds, VoicePlayer } from './voice-player.tsx';

/** What a second of speech weighs at most, as phones record it. */
const bytesPerSecond = 8_000;

/** What was said beside a story. A recording is fetched when somebody wants to hear it: the line may be poor. */
export function HeardVoices({ storyId }: { storyId: string }) {
  const notes = useAnswer<{ items: VoiceNoteView[] }>(`/stories/${storyId}/voice-notes`).value?.items ?? [];
  if (notes.length === 0) return null;
  return (
    <Part title={say('voice.title')}>
      {notes.map((note) => (
        <HeardVoice key={note.id} storyId={storyId} note={note} />
      ))}
    </Part>
  );
}

function HeardVoice({ storyId, note }: { storyId: string; note: VoiceNoteView }) {
  const [bytes, setBytes] = useState<ArrayBuffer | null>(null);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const fetchSound = async (): Promise<void> => {
    setBusy(true);
    setTrouble('');
    try {
      setBytes(await readBytes(`/stories/${storyId}/voice-notes/${note.id}`, note.seconds * bytesPerSecond));
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setTrouble(error instanceof Problem ? error.message : say('problem.offline'));
    }
    setBusy(false);
  };
  if (bytes) return <VoicePlayer bytes={bytes} mediaType={note.mediaType} seconds={note.seconds} />;
  return (
    <>
      <button type="button" class="btn wide" disabled={busy} aria-busy={busy} onClick={() => void fetchSound()}>
        {busy
          ? say('list.fetching')
          : say('voice.listen', { name: note.sentBy.name, time: clockOfSeconds(note.seconds) })}
      </button>
      {trouble !== '' && <p role="alert">{trouble}</p>}
    </>
  );
}
