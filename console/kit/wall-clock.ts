import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { wallAt } from '@xiangyin/document/clock';

dayjs.extend(utc);

/** The clock on the wall in a zone at a moment (milliseconds), written as if it were UTC: for showing only. dayjs itself makes a formatter for each conversion, which takes a
 *  millisecond; two hundred comments show four hundred times. */
export const wallClock = (moment: number, zone: string): dayjs.Dayjs =>
  dayjs.utc(Number.isNaN(moment) ? moment : wallAt(moment, zone));
