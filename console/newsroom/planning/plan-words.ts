import type { IdeaLine } from '@xiangyin/server/contract';
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
  const words = useWords(planningTexts);
  return (idea) =>
    listed(
      idea.assignments
        .filter((one) => one.state !== 'cancelled')
        .map(
          (one) => `${words.kinds[one.kind]} ${one.person && one.state !== 'declined' ? one.person.name : words.noOne}`,
        ),
    );
}
