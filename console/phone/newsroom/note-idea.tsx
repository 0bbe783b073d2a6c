import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { say } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { enqueue } from '../outbox/outbox.ts';
import { soon } from '../outbox/send-outbox.ts';

/** One line, and the idea is noted down: on this phone first, then at the desk. */
export function NoteIdea() {
  const [title, setTitle] = useState('');
  const [noted, setNoted] = useState(false);
  if (!session.me.get()?.abilities.includes('idea.propose')) return null;
  const note = async (): Promise<void> => {
    const line = title.trim();
    if (line === '') return;
    setTitle('');
    setNoted(true);
    const id = newId();
    await enqueue(line, { kind: 'note-idea', subjectId: id, path: '/ideas', body: { id, title: line } });
    soon();
  };
  return (
    <form
      class="note-idea"
      onSubmit={(event) => {
        event.preventDefault();
        void note();
      }}
    >
      <label class="field">
        <span>{say('idea.quick')}</span>
        <input
          type="text"
          maxLength={200}
          value={title}
          onInput={(event) => {
            setTitle(event.currentTarget.value);
            setNoted(false);
          }}
        />
      </label>
      <button type="submit" class="btn" disabled={title.trim() === ''}>
        {say('idea.note')}
      </button>
      {noted && (
        <p class="meta" role="status">
          {say('idea.noted')}
        </p>
      )}
    </form>
  );
}
