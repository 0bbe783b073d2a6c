import { LegalHoliday, SolarDay } from 'tyme4ts';
import type { County } from '#platform/county';

/** A county as far as its calendar goes. */
type Calendar = Pick<County, 'countryPack' | 'settings'>;

// Far more than the longest holiday: a county that lists every day as free still gets an answer.
const furthestDays = 400;

/** Whether offices are open on a calendar day (YYYY-MM-DD). Pack `cn`: as the State Council announced it, make-up days included; for years it has not announced yet (the library holds up to its last year), Monday to Friday without the days that the law itself names (全国年节及纪念日放假办法 2024 art. 2), and no make-up days.
 *  Pack `generic`: Monday to Friday. In both, the county's own days come first: `daysOff` are free, `daysWorked` are worked (settings, lists of days). */
export function isWorkingDay(county: Calendar, day: string): boolean {
  if (hasDay(county, 'daysOff', day)) return false;
  if (hasDay(county, 'daysWorked', day)) return true;
  if (county.countryPack !== 'cn') return isWeekday(day);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const announced = LegalHoliday.fromYmd(year, month, date);
  if (announced) return announced.isWork();
  if (!isWeekday(day)) return false;
  return isAnnounced(year) || !isHolidayByLaw(year, month, date);
}

/** The day that is so many working days after `day`; the day itself does not count (民法典 art. 201). `count` at least 1. */
export function workingDayAfter(county: Calendar, day: string, count: number): string {
  let left = count;
  let at = day;
  for (let tried = 0; left > 0 && tried < furthestDays; tried += 1) {
    at = dayAfter(at);
    if (isWorkingDay(county, at)) left -= 1;
  }
  return at;
}

/** Whether the law itself names the day, in any year: New Year, the eve and first three days of the lunar year, 清明, 1 and 2 May, 端午, 中秋, 1 to 3 October. */
export function isHolidayByLaw(year: number, month: number, date: number): boolean {
  if (fixed.has(`${month}-${date}`)) return true;
  const day = SolarDay.fromYmd(year, month, date);
  const lunar = day.getLunarDay();
  if (byMoon.has(`${lunar.getLunarMonth().getMonthWithLeap()}-${lunar.getDay()}`)) return true;
  const next = day.next(1).getLunarDay();
  if (next.getLunarMonth().getMonthWithLeap() === 1 && next.getDay() === 1) return true;
  const term = day.getTermDay();
  return term.getSolarTerm().getName() === '清明' && term.getDayIndex() === 0;
}

const fixed = new Set(['1-1', '5-1', '5-2', '10-1', '10-2', '10-3']);
const byMoon = new Set(['1-1', '1-2', '1-3', '5-5', '8-15']);

const announcedYears = new Map<number, boolean>();

/** The last year whose holidays and make-up days the program itself knows; null where the country pack has none. Later ones a county enters (`daysOff`, `daysWorked`). */
export function announcedUntil(county: Pick<County, 'countryPack'>): number | null {
  if (county.countryPack !== 'cn') return null;
  let year = firstAnnounced;
  while (isAnnounced(year + 1)) year += 1;
  return year;
}

const firstAnnounced = 2025;

// A year counts as announced when its National Day is known.
function isAnnounced(year: number): boolean {
  const known = announcedYears.get(year) ?? LegalHoliday.fromYmd(year, 10, 1) !== null;
  announcedYears.set(year, known);
  return known;
}

function hasDay(county: Calendar, setting: 'daysOff' | 'daysWorked', day: string): boolean {
  const days = county.settings[setting];
  return Array.isArray(days) && days.includes(day);
}

const utcOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const isWeekday = (day: string): boolean => ![0, 6].includes(utcOf(day).getUTCDay());
const dayAfter = (day: string): string => new Date(utcOf(day).getTime() + 86_400_000).toISOString().slice(0, 10);
