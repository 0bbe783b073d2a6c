import type { VolunteerView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { countyNow, dateInWords, dateOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Part, Trouble } from '../kit/parts.tsx';
import { useOwnChange } from './use-own-change.ts';

/** A break at any time, until a day or until one says so; what was promised stays promised. */
export function OwnPause({
  volunteer,
  saved,
}: {
  volunteer: VolunteerView;
  saved: (volunteer: VolunteerView) => void;
}) {
  const { send, busy, problem } = useOwnChange(saved);
  const [until, setUntil] = useState('');
  const paused = volunteer.state === 'paused';
  const change = (values: object) =>
    void send('PATCH', `/volunteers/${volunteer.personId}`, { version: volunteer.version, ...values });
  return (
    <Part title={say('own.break')}>
      <p>
        {paused
          ? volunteer.pausedUntil
            ? say('own.paused-until', { day: dateInWords(volunteer.pausedUntil) })
            : say('own.paused')
          : say('own.active')}
      </p>
      {problem && <Trouble problem={problem} />}
      {paused ? (
        <button type="button" class="btn wide" disabled={busy} onClick={() => change({ state: 'active' })}>
          {say('own.resume')}
        </button>
      ) : (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            change({ state: 'paused', pausedUntil: until === '' ? null : until });
          }}
        >
          <label class="field">
            <span>{say('own.pause-until')}</span>
            <small>{say('own.pause-until-hint')}</small>
            <input
              type="date"
              min={tomorrow()}
              value={until}
              onInput={(event) => setUntil(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="btn wide" disabled={busy}>
            {say('own.pause')}
          </button>
        </form>
      )}
    </Part>
  );
}

const tomorrow = (): string => dateOf(new Date(countyNow() + 86_400_000).toISOString());
