import type { ServiceFacts, ServiceView } from '@xiangyin/server/contract';
import { givenWords } from '../../kit/given-words.ts';

/** A season as it is typed: without both months, all year. */
export interface TypedSeason {
  fromMonth?: number | null;
  fromDay?: number | null;
  toMonth?: number | null;
  toDay?: number | null;
}

/** The same as the API takes it. */
export function seasonOf(typed: TypedSeason | undefined): ServiceFacts['season'] {
  if (!typed?.fromMonth || !typed.toMonth) return null;
  return {
    fromMonth: typed.fromMonth,
    ...(typed.fromDay ? { fromDay: typed.fromDay } : {}),
    toMonth: typed.toMonth,
    ...(typed.toDay ? { toDay: typed.toDay } : {}),
  };
}

/** A service as it is typed. */
export type TypedService = Omit<ServiceFacts, 'season'> & {
  slug: string;
  group: string;
  level: ServiceView['level'];
  /** Where it is offered; the first stands for the service. */
  places?: string[];
  season?: TypedSeason;
};

/** The facts as the API takes them. What the form does not ask about stays as it was. */
export function factsOf(
  { slug: _slug, group: _group, level: _level, places: _places, season, ...typed }: TypedService,
  before: ServiceFacts | undefined,
): ServiceFacts {
  const facts = {
    ...before,
    ...typed,
    name: givenWords(typed.name),
    hint: givenWords(typed.hint),
    summary: givenWords(typed.summary),
    prepare: givenWords(typed.prepare),
    whoMay: givenWords(typed.whoMay),
    season: seasonOf(season),
  };
  // An empty field is one person: the group is left out.
  if (!facts.groupUpTo) delete facts.groupUpTo;
  return facts;
}
