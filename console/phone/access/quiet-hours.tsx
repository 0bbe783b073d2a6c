import { useState } from 'preact/hooks';
import type { NoticePreferences } from '@xiangyin/server/contract';
import { say } from '../kit/language.ts';
import { Part, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';

const path = '/notice-preferences';
/** What the desk proposes as well: 22:00 to 7:00. */
const night = { quietFrom: 22 * 60, quietUntil: 7 * 60 };
const none = { quietFrom: null, quietUntil: null };

/** The time of every day in which I get no e-mail, in the county's zone; the same wish as on the desk's page of notices. */
export function QuietHours() {
  const known = useAnswer<NoticePreferences>(path, { everySeconds: 300, keep: false }).value;
  const { wishes, change, busy, problem } = useWishes(known);
  if (!wishes) return null;
  const { quietFrom, quietUntil } = wishes;
  const isQuiet = quietFrom !== null && quietUntil !== null;
  return (
    <Part title={say('quiet.title')}>
      <div class="stack-sheet">
        <p class="meta">{say('quiet.hint')}</p>
        {problem && <Trouble problem={problem} />}
        <button
          type="button"
          class={isQuiet ? 'btn wide chosen' : 'btn wide'}
          aria-pressed={isQuiet}
          disabled={busy}
          onClick={() => void change(isQuiet ? none : night)}
        >
          {say('quiet.on')}
        </button>
        {isQuiet && (
          <div class="two">
            <Time
              label={say('quiet.from')}
              minutes={quietFrom}
              set={(minutes) => void change({ quietFrom: minutes, quietUntil })}
            />
            <Time
              label={say('quiet.until')}
              minutes={quietUntil}
              set={(minutes) => void change({ quietFrom, quietUntil: minutes })}
            />
          </div>
        )}
      </div>
    </Part>
  );
}

/** The wishes as last saved here, else as last asked; a change is sent whole, with what is not shown here as it was. */
function useWishes(known: NoticePreferences | undefined) {
  const [saved, setSaved] = useState<NoticePreferences>();
  const { run, busy, problem } = useAct();
  const wishes = saved ?? known;
  const change = async (values: Pick<NoticePreferences, 'quietFrom' | 'quietUntil'>): Promise<void> => {
    const kept = await run<NoticePreferences>('PUT', path, { ...wishes, ...values });
    if (kept) setSaved(kept);
  };
  return { wishes, change, busy, problem };
}

// Saved when the field is left: while a time is typed, half of it is a time as well.
function Time({ label, minutes, set }: { label: string; minutes: number; set: (minutes: number) => void }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        key={minutes}
        type="time"
        required
        defaultValue={clockOf(minutes)}
        onBlur={(event) => {
          const typed = minutesOf(event.currentTarget.value);
          if (typed === null) event.currentTarget.value = clockOf(minutes);
          else if (typed !== minutes) set(typed);
        }}
      />
    </label>
  );
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function minutesOf(clock: string): number | null {
  const [hour, minute] = clock.split(':').map(Number);
  return hour === undefined || minute === undefined || Number.isNaN(hour + minute) ? null : hour * 60 + minute;
}
