import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { act } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { Part } from '../kit/parts.tsx';
import { isAboutSession, Problem } from '../kit/problem.ts';

/** My visits in the telephone's own calendar: a secret address that is shown once. */
export function OwnCalendar() {
  const [path, setPath] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const make = async () => {
    try {
      setPath((await act<{ path: string }>('POST', '/me/calendar-feed', {}, newId())).path);
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setProblem(error instanceof Problem ? error.message : String(error));
    }
  };
  return (
    <Part title={say('calendar.title')}>
      <p class="meta">{say('calendar.hint')}</p>
      {problem !== null && <p role="alert">{problem}</p>}
      {path === null ? (
        <button type="button" class="btn wide" onClick={() => void make()}>
          {say('calendar.make')}
        </button>
      ) : (
        <>
          <a class="btn primary wide" href={`webcal://${location.host}${path}`}>
            {say('calendar.open')}
          </a>
          <p class="meta">{say('calendar.once')}</p>
        </>
      )}
    </Part>
  );
}
