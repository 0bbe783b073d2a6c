import type { TermLine, VolunteerView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { countyNow, dateOf } from '../kit/county-time.ts';
import { inWords, say, type TextKey } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { Toggles } from './toggles.tsx';
import { useOwnChange } from './use-own-change.ts';

type Window = VolunteerView['availability'][number];
type Away = VolunteerView['away'][number];

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const languages = ['mandarin', 'dialect', 'english', 'sign'] as const;

/** What I can do, when, how far, how often, what I speak. */
export function TimesForm({
  volunteer,
  skills,
  saved,
}: {
  volunteer: VolunteerView;
  skills: readonly TermLine[];
  saved: (volunteer: VolunteerView) => void;
}) {
  const [able, setAble] = useState<readonly string[]>(volunteer.skills);
  const [km, setKm] = useState(textOf(volunteer.withinKm));
  const [perDay, setPerDay] = useState(textOf(volunteer.visitsPerDay));
  const [perWeek, setPerWeek] = useState(textOf(volunteer.visitsPerWeek));
  const [windows, setWindows] = useState<readonly Window[]>(volunteer.availability);
  const [away, setAway] = useState<readonly Away[]>(volunteer.away);
  const [spoken, setSpoken] = useState<readonly string[]>(volunteer.languages);
  const { send, busy, problem } = useOwnChange(saved);
  const change = (at: number, window: Window) => setWindows(windows.map((one, index) => (index === at ? window : one)));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send('PATCH', `/volunteers/${volunteer.personId}`, {
      version: volunteer.version,
      skills: able,
      withinKm: numberOf(km),
      visitsPerDay: numberOf(perDay),
      visitsPerWeek: numberOf(perWeek),
      availability: windows,
      away,
      languages: spoken,
    });
  };
  const { visitsPerDay, visitsPerWeek } = volunteer.countyCaps;
  const isDayless = windows.some((one) => one.weekdays.length === 0);
  return (
    <form class="form" onSubmit={submit}>
      <Toggles
        label={say('own.skills')}
        choices={skills.map(({ key, name }) => ({ key, name: inWords(name) }))}
        chosen={able}
        change={setAble}
      />
      <h3>{say('own.availability')}</h3>
      <p class="meta">{say('own.availability-hint')}</p>
      {windows.map((window, at) => (
        <WindowFields
          key={at}
          window={window}
          change={(next) => change(at, next)}
          remove={() => setWindows(windows.filter((_, index) => index !== at))}
        />
      ))}
      <button
        type="button"
        class="btn"
        onClick={() => setWindows([...windows, { weekdays: [2, 4], from: '19:00', to: '21:00' }])}
      >
        {say('own.add')}
      </button>
      <AwayFields away={away} change={setAway} />
      <NumberField
        label={say('own.within')}
        hint={say('own.within-hint')}
        value={km}
        change={setKm}
        min={0}
        max={500}
      />
      <NumberField
        label={say('own.per-day')}
        hint={say('own.per-hint', { n: visitsPerDay })}
        value={perDay}
        change={setPerDay}
        max={visitsPerDay}
      />
      <NumberField
        label={say('own.per-week')}
        hint={say('own.per-hint', { n: visitsPerWeek })}
        value={perWeek}
        change={setPerWeek}
        max={visitsPerWeek}
      />
      <Toggles
        label={say('own.languages')}
        choices={[...new Set([...languages, ...spoken])].map((key) => ({
          key,
          name: key in languageNames ? say(languageNames[key as (typeof languages)[number]]) : key,
        }))}
        chosen={spoken}
        change={setSpoken}
      />
      {problem && <Trouble problem={problem} />}
      {isDayless && (
        <p class="note due" role="status">
          {say('own.no-day')}
        </p>
      )}
      <button type="submit" class="btn primary wide" disabled={busy || isDayless}>
        {say('own.save')}
      </button>
    </form>
  );
}

const textOf = (value: number | null): string => (value === null ? '' : String(value));
const numberOf = (text: string): number | null => (text === '' ? null : Number(text));

function NumberField({
  label,
  hint,
  value,
  change,
  min = 1,
  max,
}: {
  label: string;
  hint: string;
  value: string;
  change: (value: string) => void;
  min?: number;
  max: number;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <small>{hint}</small>
      <input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </label>
  );
}

/** Days on which I cannot come, whatever the week says. */
function AwayFields({ away, change }: { away: readonly Away[]; change: (away: readonly Away[]) => void }) {
  const today = dateOf(new Date(countyNow()).toISOString());
  const set = (at: number, next: Away) => change(away.map((one, index) => (index === at ? next : one)));
  return (
    <>
      <h3>{say('own.away')}</h3>
      {away.map((one, at) => (
        <div class="card" key={at}>
          <div class="two dates">
            <label class="field">
              <span>{say('own.from')}</span>
              <input
                type="date"
                required
                value={one.from}
                onInput={(event) => set(at, { ...one, from: event.currentTarget.value })}
              />
            </label>
            <label class="field">
              <span>{say('own.to')}</span>
              <input
                type="date"
                required
                min={one.from}
                value={one.until}
                onInput={(event) => set(at, { ...one, until: event.currentTarget.value })}
              />
            </label>
          </div>
          <button type="button" class="plain" onClick={() => change(away.filter((_, index) => index !== at))}>
            {say('own.remove')}
          </button>
        </div>
      ))}
      <button type="button" class="btn" onClick={() => change([...away, { from: today, until: today }])}>
        {say('own.add-away')}
      </button>
    </>
  );
}

function WindowFields({
  window,
  change,
  remove,
}: {
  window: Window;
  change: (window: Window) => void;
  remove: () => void;
}) {
  const time = (key: 'from' | 'to') => (
    <label class="field">
      <span>{say(key === 'from' ? 'own.from' : 'own.to')}</span>
      <input
        type="time"
        required
        value={window[key]}
        onInput={(event) => change({ ...window, [key]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <div class="card">
      <Toggles
        inOneRow
        label={say('own.weekdays')}
        choices={weekdays.map((day) => ({ key: day, name: say(dayNames[day]) }))}
        chosen={window.weekdays}
        change={(days) => change({ ...window, weekdays: [...days].sort((a, b) => a - b) })}
      />
      <div class="two">
        {time('from')}
        {time('to')}
      </div>
      <button type="button" class="plain" onClick={remove}>
        {say('own.remove')}
      </button>
    </div>
  );
}

const languageNames: Readonly<Record<(typeof languages)[number], TextKey>> = {
  mandarin: 'speaks.mandarin',
  dialect: 'speaks.dialect',
  english: 'speaks.english',
  sign: 'speaks.sign',
};
const dayNames: Readonly<Record<(typeof weekdays)[number], TextKey>> = {
  1: 'day.1',
  2: 'day.2',
  3: 'day.3',
  4: 'day.4',
  5: 'day.5',
  6: 'day.6',
  7: 'day.7',
};
