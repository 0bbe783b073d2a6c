import type { Licence, Skill } from './service-content.ts';
import type { languages, roles } from './texts/zh-cn.ts';

/** A role that can be granted. */
export type RoleKey = keyof typeof roles;

/** Somebody of the demonstration. Every name is invented; every number begins with 19900, which the demonstration keeps for itself. */
export interface PersonContent {
  /** The name in pinyin without spaces; for the cast also the login. */
  key: string;
  zh: string;
  en: string;
  phone: string;
  /** Where they live; for station keepers, the place of their station. */
  placeCode: string;
}

/** One grant: a role at a place, for some roles in a unit (a team's or a station's key). */
export interface RoleContent {
  role: RoleKey;
  placeCode: string;
  unitKey?: string;
}

/** Somebody with an account in the guided walks. */
export interface CastContent extends PersonContent {
  login: string;
  title: { zh: string; en: string };
  roles: readonly RoleContent[];
}

/** Hours of a week: ISO weekdays (1 is Monday), local times. */
export interface WeekWindow {
  weekdays: readonly number[];
  from: string;
  to: string;
}

/** A volunteer. */
export interface VolunteerContent extends PersonContent {
  age: number;
  skills: readonly Skill[];
  /** `expiresInDays` counts from the county's clock; a negative number has expired. */
  licences: readonly { licence: Licence; expiresInDays: number }[];
  /** Has done the introduction: may lead a pair and go to a home. */
  trained: boolean;
  availability: readonly WeekWindow[];
  /** Rough position (the home village's, to the kilometre) on the grid of places. */
  xKm: number;
  yKm: number;
  /** How far they are willing to go. */
  withinKm: number;
  languages: readonly (keyof typeof languages)[];
}

/** A volunteer team. */
export interface TeamContent {
  key: string;
  zh: string;
  en: string;
  placeCode: string;
  skills: readonly Skill[];
  leaderKey: string;
  /** The leader included. */
  memberKeys: readonly string[];
  /** What it does, in both languages; a team that has it looks for people. */
  about?: { zh: string; en: string };
}

/** A station: county centre (中心), town station (所) or village post (站). */
export interface StationContent {
  key: string;
  level: 'county' | 'town' | 'village';
  placeCode: string;
  zh: string;
  en: string;
  keeperKey: string;
  /** 0000-12xxxxx: no real area code is 0000. */
  telephone: string;
  openingHours: readonly WeekWindow[];
}
