import { Button, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Loaded } from '../../kit/loaded.tsx';
import { Page, Quiet } from '../../kit/page.tsx';
import { useMaySomewhere } from '../../kit/session.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import '../../kit/list/list.css';
import { daysShown, entriesByDay, type DayEntry } from './calendar-days.ts';
import { ImportDialog } from './import-dialog.tsx';
import { useGaps } from '../roster/use-gaps.ts';
import { PlanBar } from './plan-bar.tsx';
import { PlanViews, QuickIdea } from './plan-head.tsx';
import { noonOf, useWeekday, useWho, useWhose } from './plan-words.ts';
import { planningTexts } from './planning-texts.ts';
import './planning.css';
import { usePlan } from './use-plan.ts';

const shapes = ['month', 'week', 'agenda'] as const;
type Shape = (typeof shapes)[number];

/** The calendar of ideas and deadlines: a month, a week, or day after day; on a phone always day after day. */
export function CalendarPage() {
  const words = useWords(planningTexts);
  const kit = useWords(kitTexts);
  const times = useTimes();
  const [address, setAddress] = useSearchParams();
  const mayPropose = useMaySomewhere('idea.propose');
  const [importing, setImporting] = useState(false);
  const asked = address.get('day') ?? '';
  const today = times.now().format('YYYY-MM-DD');
  const day = dayjs(/^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today);
  const shape = shapes.find((one) => one === address.get('shape')) ?? (isNarrow() ? 'agenda' : 'month');
  const days = daysShown(day, shape === 'week' ? 'week' : 'month');
  const shown = shape === 'agenda' ? days.filter((one) => one.month() === day.month()) : days;
  const iso = (one: Dayjs | undefined): string => (one ?? day).format('YYYY-MM-DD');
  const gapsOn = useGaps(iso(shown[0]), iso(shown.at(-1)));
  const plan = usePlan({ from: iso(shown[0]), until: iso(shown.at(-1)) });
  const go = (to: Dayjs, wanted: Shape = shape): void =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      next.set('day', iso(to));
      next.set('shape', wanted);
      return next;
    });
  const unit = shape === 'week' ? 'week' : 'month';
  const dayName = times.on(noonOf(iso(day), times.zoned));
  return (
    <Page title={words.plan} actions={<PlanViews at="calendar" />}>
      <QuickIdea {...(asked === '' ? {} : { day: iso(day), dayName })} />
      <PlanBar ideas={plan.data?.items ?? []} />
      <div className="row apart">
        <h2 aria-live="polite">{words.calendar.monthTitle(day.year(), day.month() + 1)}</h2>
        <div className="row">
          <Button onClick={() => go(day.subtract(1, unit))}>{words.calendar.previous}</Button>
          <Button onClick={() => go(dayjs(today))}>{words.calendar.today}</Button>
          <Button onClick={() => go(day.add(1, unit))}>{words.calendar.next}</Button>
          <Segmented
            aria-label={kit.shownAs}
            value={shape}
            onChange={(to) => go(day, to)}
            options={shapes.map((value) => ({ value, label: words.calendar[value] }))}
          />
        </div>
      </div>
      <p className="row">
        <Link to="/account">{words.calendar.subscribe}</Link>
        {mayPropose && (
          <Button size="small" type="text" onClick={() => setImporting(true)}>
            {words.importing.open}
          </Button>
        )}
      </p>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
      <Loaded query={plan}>
        {({ items, more }) => {
          const entries = entriesByDay(items, times.zoned);
          const shownAs =
            shape === 'agenda' ? (
              <Agenda gapsOn={gapsOn} days={shown} entries={entries} day={day} today={today} leads={asked !== ''} />
            ) : (
              <Grid
                gapsOn={gapsOn}
                days={shown}
                entries={entries}
                day={day}
                today={today}
                most={shape === 'week' ? 40 : 3}
                go={go}
              />
            );
          return (
            <>
              {more && <p className="notice due">{words.calendar.tooMany}</p>}
              {shownAs}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

const isNarrow = (): boolean => window.matchMedia('(max-width: 700px)').matches;

interface DaysShown {
  readonly days: readonly Dayjs[];
  /** The posts of the watch on which nobody stands for a while that day. */
  gapsOn(day: string): readonly string[];
  readonly entries: ReadonlyMap<string, readonly DayEntry[]>;
  readonly day: Dayjs;
  readonly today: string;
}

// One day takes the focus; arrows lead to the next ones, as in every calendar.
const steps: Readonly<Record<string, (day: Dayjs) => Dayjs>> = {
  ArrowLeft: (day) => day.subtract(1, 'day'),
  ArrowRight: (day) => day.add(1, 'day'),
  ArrowUp: (day) => day.subtract(7, 'day'),
  ArrowDown: (day) => day.add(7, 'day'),
  PageUp: (day) => day.subtract(1, 'month'),
  PageDown: (day) => day.add(1, 'month'),
};

function Grid({
  gapsOn,
  days,
  entries,
  day,
  today,
  most,
  go,
}: DaysShown & { most: number; go: (to: Dayjs, shape?: Shape) => void }) {
  const words = useWords(planningTexts);
  const table = useRef<HTMLTableElement>(null);
  const byKeys = useRef(false);
  const chosen = day.format('YYYY-MM-DD');
  useEffect(() => {
    if (byKeys.current) table.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus();
    byKeys.current = false;
  }, [chosen]);
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    byKeys.current = true;
    go(step(day));
  };
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  return (
    <table className="month" ref={table}>
      <caption className="visually-hidden">{words.calendar.keys}</caption>
      <thead>
        <tr>
          {words.calendar.weekdays.split(' ').map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.format('YYYY-MM-DD')}>
            {week.map((one) => {
              const on = one.format('YYYY-MM-DD');
              const here = entries.get(on) ?? [];
              return (
                <td key={on} data-other={most < 10 && one.month() !== day.month()}>
                  <button
                    type="button"
                    className="day-number num"
                    data-day={on}
                    tabIndex={on === chosen ? 0 : -1}
                    aria-current={on === today ? 'date' : undefined}
                    aria-label={`${one.date()} · ${words.calendar.monthTitle(one.year(), one.month() + 1)} · ${words.calendar.count(here.length)}`}
                    onKeyDown={press}
                    onClick={() => go(one, 'agenda')}
                  >
                    {one.date()}
                  </button>
                  <DayGaps posts={gapsOn(on)} />
                  <ul className="day-entries">
                    {here.slice(0, most).map((entry) => (
                      <li key={entry.key}>
                        <Entry entry={entry} />
                      </li>
                    ))}
                  </ul>
                  {here.length > most && (
                    <button type="button" className="day-more" onClick={() => go(one, 'agenda')}>
                      {words.calendar.more(here.length - most)}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayGaps({ posts }: { posts: readonly string[] }) {
  const words = useWords(planningTexts);
  if (posts.length === 0) return null;
  return (
    <Link className="day-gap" to="/roster" title={posts.join('\n')}>
      {words.calendar.gap}
    </Link>
  );
}

function Entry({ entry }: { entry: DayEntry }) {
  const words = useWords(planningTexts);
  const times = useTimes();
  return (
    <Link className="day-entry" data-kind={entry.kind} to={`/ideas/${entry.idea.id}`} title={entry.idea.title}>
      {[entry.at ? times.clock(entry.at) : '', entry.kind === 'due' ? words.calendar.dueMark : '', entry.idea.title]
        .filter(Boolean)
        .join(' ')}
    </Link>
  );
}

function Agenda({ gapsOn, days, entries, day, today, leads }: DaysShown & { leads: boolean }) {
  const words = useWords(planningTexts);
  const times = useTimes();
  const who = useWho();
  const whose = useWhose();
  const weekday = useWeekday();
  const chosen = day.format('YYYY-MM-DD');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (leads) list.current?.querySelector(`[data-on="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, leads]);
  const filled = days.filter((one) => {
    const on = one.format('YYYY-MM-DD');
    return entries.has(on) || gapsOn(on).length > 0 || on === chosen || on === today;
  });
  if (entries.size === 0 && !days.some((one) => gapsOn(one.format('YYYY-MM-DD')).length > 0))
    return <Quiet title={words.calendar.nothingAtAll} />;
  return (
    <ol className="agenda" ref={list}>
      {filled.map((one) => {
        const on = one.format('YYYY-MM-DD');
        const here = entries.get(on) ?? [];
        return (
          <li key={on} data-on={on} aria-current={on === chosen ? 'date' : undefined}>
            <h3>
              {times.on(noonOf(on, times.zoned))} <span className="meta">{weekday(on)}</span>
            </h3>
            <DayGaps posts={gapsOn(on)} />
            {here.length === 0 ? (
              <p className="meta">{words.calendar.nothing}</p>
            ) : (
              <ul className="plan-lines">
                {here.map(({ key, idea, kind, assignment, at }) => (
                  <li key={key}>
                    <span>
                      {at && <span className="num">{times.clock(at)} </span>}
                      {kind === 'due' && <span className="tag due">{words.due}</span>}{' '}
                      <Link to={`/ideas/${idea.id}`}>{idea.title}</Link>
                    </span>
                    <span className="meta">{assignment ? whose(assignment) : who(idea)}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
