import type { VolunteerView } from '@xiangyin/server/contract';
import { useEffect, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { act } from '../kit/api.ts';
import { useCell } from '../kit/cell.ts';
import { say, type TextKey } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { Part, Trouble } from '../kit/parts.tsx';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { useAnswer } from '../kit/use-answer.ts';

type Window = VolunteerView['availability'][number];

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const languages = ['mandarin', 'dialect', 'english', 'sign'] as const;

/** Whether I may be asked, when, how far I go, what I speak: a volunteer's own to say. Shown to those who are one. */
export function OwnTimes() {
  const personId = useCell(session.me)?.personId;
  const own = useAnswer<VolunteerView>(personId ? `/volunteers/${personId}` : null);
  // Nobody's form is emptied under their hands by an answer that came in meanwhile.
  const [first, setFirst] = useState<VolunteerView | null>(null);
  const [said, setSaid] = useState('');
  const { value, kept } = own;
  useEffect(() => {
    if (value && !kept) setFirst((last) => last ?? value);
  }, [value, kept]);
  if (!first || first.state === 'left') return null;
  return (
    <Part title={say('own.title')}>
      <TimesForm
        key={first.version}
        volunteer={first}
        saved={(volunteer) => {
          setFirst(volunteer);
          setSaid(say('own.saved'));
        }}
      />
      <p role="status" class="meta">
        {said}
      </p>
    </Part>
  );
}

function TimesForm({ volunteer, saved }: { volunteer: VolunteerView; saved: (volunteer: VolunteerView) => void }) {
  const [km, setKm] = useState(volunteer.withinKm === null ? '' : String(volunteer.withinKm));
  const [windows, setWindows] = useState<readonly Window[]>(volunteer.availability);
  const [spoken, setSpoken] = useState<readonly string[]>(volunteer.languages);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const paused = volunteer.state === 'paused';
  const send = async (change: object) => {
    setBusy(true);
    setProblem(null);
    try {
      saved(
        await act<VolunteerView>(
          'PATCH',
          `/volunteers/${volunteer.personId}`,
          { version: volunteer.version, ...change },
          newId(),
        ),
      );
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setProblem(error instanceof Problem ? error : new Problem('Unexpected', 0, String(error)));
    }
    setBusy(false);
  };
  const change = (at: number, window: Window) => setWindows(windows.map((one, index) => (index === at ? window : one)));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send({ withinKm: km === '' ? null : Number(km), availability: windows, languages: spoken });
  };
  return (
    <form class="form" onSubmit={submit}>
      <p>{say(paused ? 'own.paused' : 'own.active')}</p>
      <button
        type="button"
        class="btn wide"
        disabled={busy}
        onClick={() => void send({ state: paused ? 'active' : 'paused' })}
      >
        {say(paused ? 'own.resume' : 'own.pause')}
      </button>
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
        onClick={() => setWindows([...windows, { weekdays: [6, 7], from: '09:00', to: '17:00' }])}
      >
        {say('own.add')}
      </button>
      <label class="field">
        <span>{say('own.within')}</span>
        <small>{say('own.within-hint')}</small>
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={500}
          step={1}
          value={km}
          onInput={(event) => setKm(event.currentTarget.value)}
        />
      </label>
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
      <button
        type="submit"
        class="btn primary wide"
        disabled={busy || windows.some((one) => one.weekdays.length === 0)}
      >
        {say('own.save')}
      </button>
    </form>
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

/** Buttons that are pressed or not. */
function Toggles<K extends string | number>({
  label,
  choices,
  chosen,
  change,
  inOneRow = false,
}: {
  label: string;
  inOneRow?: boolean;
  choices: readonly { key: K; name: string }[];
  chosen: readonly K[];
  change: (chosen: readonly K[]) => void;
}) {
  return (
    <fieldset class={inOneRow ? 'toggles week' : 'toggles'}>
      <legend>{label}</legend>
      {choices.map(({ key, name }) => {
        const isOn = chosen.includes(key);
        return (
          <button
            key={key}
            type="button"
            class={isOn ? 'btn chosen' : 'btn'}
            aria-pressed={isOn}
            onClick={() => change(isOn ? chosen.filter((one) => one !== key) : [...chosen, key])}
          >
            {name}
          </button>
        );
      })}
    </fieldset>
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
