import type { VisitLine } from '@xiangyin/server/contract';
import { useRef, useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useSwappedFocus } from '../kit/use-swapped-focus.ts';
import { MinutesStepper } from './minutes-stepper.tsx';

/** How long I was there, of a visit that somebody has said to be over: it is right, or it was another time. Whoever was said not to have come says so here too. */
export function OwnTime({ visit }: { visit: VisitLine }) {
  const [line, setLine] = useState(visit);
  const [minutes, setMinutes] = useState(visit.own?.minutes ?? 0);
  const [changing, setChanging] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  const { button, question } = useSwappedFocus<HTMLDivElement>(changing);
  const { run, busy, problem } = useAct();
  const { own } = line;
  if (!own) return null;
  const tell = async (said: number): Promise<void> => {
    const now = await run<VisitLine>('POST', `/visits/${visit.id}/own-times`, { minutes: said });
    if (!now) return;
    setLine(now);
    setChanging(false);
    // The button that was tapped is gone.
    status.current?.focus();
  };
  const mayChange = line.abilities.includes('visit.say-own-time');
  const step = (by: number) => setMinutes((now) => Math.min(1_440, Math.max(0, Math.round((now + by) / 5) * 5)));
  return (
    <div class="stack">
      <p role="status" ref={status} tabIndex={-1}>
        {own.absent ? say('own-time.absent') : say('own-time.is', { n: own.minutes ?? 0 })}
        {own.said && <span class="meta"> {say('own-time.said')}</span>}
      </p>
      {mayChange && !changing && (
        <div class="two">
          {own.absent || own.said ? (
            <span />
          ) : (
            <button type="button" class="btn" disabled={busy} onClick={() => void tell(own.minutes ?? 0)}>
              {say('own-time.right')}
            </button>
          )}
          <button type="button" ref={button} class="btn" disabled={busy} onClick={() => setChanging(true)}>
            {say(own.absent ? 'own-time.was-there' : 'own-time.other')}
          </button>
        </div>
      )}
      {mayChange && changing && (
        <div class="stack" ref={question} tabIndex={-1}>
          <MinutesStepper label={say('own-time.minutes')} minutes={minutes} step={step} />
          <p class="meta">{say('own-time.how')}</p>
          <div class="two">
            <button type="button" class="btn" disabled={busy} onClick={() => setChanging(false)}>
              {say('stay')}
            </button>
            <button type="button" class="btn primary" disabled={busy} onClick={() => void tell(minutes)}>
              {say('own-time.do')}
            </button>
          </div>
        </div>
      )}
      {problem && <Trouble problem={problem} />}
    </div>
  );
}
