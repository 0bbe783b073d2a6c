import type { Ctx } from './transaction.ts';

/** Says moments to the second, in the reader's language and the county's zone: for papers that leave the house. */
export function momentWords({ language, county }: Ctx): (moment: Date | string) => string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: county.timeZone,
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  return (moment) => format.format(new Date(moment));
}
