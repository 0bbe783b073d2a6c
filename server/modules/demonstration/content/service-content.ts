import type { licences, serviceGroups, skills } from './texts/zh-cn.ts';

/** A group of the catalogue, e.g. 家里修补. */
export type ServiceGroup = keyof typeof serviceGroups;

/** What a volunteer can do, without a paper for it. */
export type Skill = keyof typeof skills;

/** A paper with an expiry date that a rule demands (志愿服务条例 art. 16). */
export type Licence = keyof typeof licences;

/** One language's words of a service. */
export interface ServiceWords {
  name: string;
  /** At most a few words under the name on the home page and in lists. */
  hint: string;
  summary: string;
  /** What the resident should have ready. */
  prepare: string;
  whoMay: string;
}

/** One service of the catalogue. */
export interface ServiceContent {
  /** Also the slug of its page. */
  key: string;
  group: ServiceGroup;
  zh: ServiceWords;
  en: ServiceWords;
  /** Who answers for it: the county centre (中心), a town station (所) or a village station (站). */
  level: 'county' | 'town' | 'village';
  durationMinutes: number;
  peopleNeeded: 1 | 2;
  where: 'home' | 'station' | 'outside';
  /** All of them are needed; in a pair, by the first of the two. */
  skills: readonly Skill[];
  /** All of them are needed and valid on the day; in a pair by the first of the two, "child-protection" by both. */
  licences: readonly Licence[];
  riskClass: 'low' | 'home-visit' | 'licensed';
  /** What the desk makes sure of before it accepts an order. Absent means nothing. */
  checks?: readonly ('called-back' | 'place-seen' | 'may-be-served')[];
  /** Working time until the resident hears "accepted" or "refused". */
  answerWithinMinutes: number;
  /** Until somebody has taken it, counted from the answer. */
  arrangeWithinHours: number;
  /** Nobody goes into the home alone. */
  homeVisitPair: boolean;
  /** About what is everybody's: programs may report it. */
  publicKind?: true;
  /** Months (1 to 12) in which it is offered; `fromMonth` may be after `toMonth`. Absent means all year. */
  season?: { fromMonth: number; fromDay?: number; toMonth: number; toDay?: number };
  /** Names of the places where it is offered, each with all below. Absent means the whole county. */
  places?: readonly string[];
  /** So many may be helped by one order, all at one place. Absent means one. */
  groupUpTo?: number;
  /** Its place (1 to 8) among the wishes on the home page. */
  homePosition?: number;
}
