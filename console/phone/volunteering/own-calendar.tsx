import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { Part, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';

/** My visits in the telephone's own calendar: a secret address that is shown once. */
export function OwnCalendar() {
  const [path, setPath] = useState<string | null>(null);
  const { run, busy, problem } = useAct();
  const make = async (): Promise<void> => {
    const feed = await run<{ path: string }>('POST', '/me/calendar-feed', {});
    if (feed) setPath(feed.path);
  };
  return (
    <Part title={say('calendar.title')}>
      <p class="meta">{say('calendar.hint')}</p>
      {problem && <Trouble problem={problem} />}
      {path === null ? (
        <button type="button" class="btn wide" disabled={busy} onClick={() => void make()}>
          {say('calendar.make')}
        </button>
      ) : (
        <>
          <a class="btn primary wide" href={`webcal://${location.host}${path}`}>
            {say('calendar.open')}
          </a>
          <p class="meta">{say('calendar.by-hand')}</p>
          <p class="to-paste">{`https://${location.host}${path}`}</p>
          <p class="meta">{say('calendar.once')}</p>
        </>
      )}
    </Part>
  );
}
