import { SolarDay } from 'tyme4ts';
import { dayOf } from '#places';
import type { County } from '#platform/county';

/** Day of the county's calendar as YYYY, MM, DD numbers. */
export function dayIn(at: Date, timeZone: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = dayOf(at, timeZone).split('-').map(Number);
  return { year, month, day };
}

/** The lunar date in words, such as 农历十月十四; null in country packs without one. */
export function lunarDate(
  at: Date,
  county: Pick<County, 'timeZone' | 'countryPack'>,
  language: 'zh-CN' | 'en',
): string | null {
  if (county.countryPack !== 'cn') return null;
  const { year, month, day } = dayIn(at, county.timeZone);
  const lunar = SolarDay.fromYmd(year, month, day).getLunarDay();
  if (language === 'zh-CN') return `农历${lunar.getLunarMonth().getName()}${lunar.getName()}`;
  const leap = lunar.getMonth() < 0 ? 'leap ' : '';
  return `lunar ${leap}month ${Math.abs(lunar.getMonth())}, day ${lunar.getDay()}`;
}
