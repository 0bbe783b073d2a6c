import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { VoiceNoteView } from '@xiangyin/server/contract';
import { read, readBlob } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { Part } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { voiceTexts } from './voice-texts.ts';

/** What was said beside a story, to be heard by the desk; nothing where nobody said anything. */
export function VoiceNotes({ storyId }: { storyId: string }) {
  const words = useWords(voiceTexts);
  const query = useQuery({
    queryKey: ['voice-notes', storyId],
    queryFn: ({ signal }) => read<{ items: VoiceNoteView[] }>(`/stories/${storyId}/voice-notes`, {}, { signal }),
  });
  const notes = query.data?.items ?? [];
  if (notes.length === 0) return null;
  return (
    <Part title={words.title}>
      <div className="stack">
        {notes.map((note) => (
          <VoiceNote key={note.id} storyId={storyId} note={note} />
        ))}
      </div>
    </Part>
  );
}

// Fetched when somebody listens. Safari plays no address that cannot be asked for in parts, but every browser plays what lies in memory.
function VoiceNote({ storyId, note }: { storyId: string; note: VoiceNoteView }) {
  const words = useWords(voiceTexts);
  const times = useTimes();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const { run, busy } = useAct<null>();
  const [source, setSource] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => () => void (source && URL.revokeObjectURL(source)), [source]);
  const path = `/stories/${storyId}/voice-notes/${note.id}`;
  const listen = async (): Promise<void> => {
    setFailed(false);
    try {
      setSource(URL.createObjectURL(await readBlob(path)));
    } catch {
      setFailed(true);
    }
  };
  const remove = async (): Promise<void> => {
    if (!(await confirm({ title: words.remove, consequence: words.removeSure, act: words.remove }))) return;
    await run('DELETE', path);
    await queries.invalidateQueries({ queryKey: ['voice-notes', storyId] });
  };
  return (
    <div>
      <div className="meta">
        {note.sentBy.name} · {times.at(note.sentAt)} · {words.length(note.seconds)}
      </div>
      {source ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what was said; the text stands beside it
        <audio controls autoPlay src={source} style={{ width: '100%' }} />
      ) : (
        <Button size="small" onClick={() => void listen()}>
          {words.listen}
        </Button>
      )}{' '}
      {note.mayRemove && (
        <Button size="small" type="text" loading={busy} onClick={() => void remove()}>
          {words.remove}
        </Button>
      )}
      {failed && <div role="alert">{words.failed}</div>}
    </div>
  );
}
