/** The days of a certificate as people say them: `2026年1月1日 – 2026年11月30日`. Days of the calendar have no zone. */
export function spanWords(from: string, until: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const words = (day: string): string => {
    const at = Date.parse(day);
    return Number.isNaN(at) ? day : unbroken(format.format(at));
  };
  return [from, until]
    .filter((day) => day !== '')
    .map(words)
    .join(' – ');
}

/** No line ends between a number and its 日. */
export const unbroken = (day: string): string => day.replaceAll(/(\d)([年月日])/g, '$1\u2060$2');
