import dayjs from 'dayjs';
import type { AssignmentView, IdeaLine } from '@xiangyin/server/contract';
import { listed } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { planningTexts } from './planning-texts.ts';

/** A day of the county as a moment that the kit's times can speak of: its noon is the same day in every zone of the county. */
export const noonOf = (day: string, zone: (iso: string) => { utcOffset(): number }): string => {
  const at = new Date(`${day}T12:00:00Z`);
  return new Date(at.getTime() - zone(at.toISOString()).utcOffset() * 60_000).toISOString();
};

/** When an idea is to happen, in one line. */
export function useWhen(): (idea: Pick<IdeaLine, 'fromOn' | 'untilOn' | 'startsAt' | 'endsAt'>) => string {
  const words = useWords(planningTexts);
  const times = useTimes();
  const day = (on: string): string => times.on(noonOf(on, times.zoned));
  return (idea) => {
    if (idea.startsAt) {
      const end = idea.endsAt;
      if (!end) return times.at(idea.startsAt);
      return `${times.at(idea.startsAt)}–${idea.fromOn === idea.untilOn ? times.clock(end) : times.at(end)}`;
    }
    if (!idea.fromOn) return words.noDay;
    return idea.untilOn && idea.untilOn !== idea.fromOn ? `${day(idea.fromOn)}–${day(idea.untilOn)}` : day(idea.fromOn);
  };
}

/** Who has which part of an idea, in one line. */
export function useWho(): (idea: IdeaLine) => string {
  const whose = useWhose();
  return (idea) => listed(idea.assignments.filter((one) => one.state !== 'cancelled').map(whose));
}

/** What is wanted and who does it: `图片 还没派人`. */
export function useWhose(): (one: AssignmentView) => string {
  const words = useWords(planningTexts);
  return ({ kind, person, state }) =>
    `${words.kinds[kind]} ${person && state !== 'declined' ? person.name : words.noOne}`;
}

/** The day of the week of a date: `周二`. */
export function useWeekday(): (on: string) => string {
  const { calendar } = useWords(planningTexts);
  const names = calendar.weekdays.split(' ');
  return (on) => calendar.weekday(names[(dayjs(on).day() + 6) % 7] ?? '');
}
