import type { Recurring } from '#platform/jobs';
import { warnOfUnrecorded } from './hours/unrecorded.ts';
import { forgetContacts } from './order/forget-contacts.ts';
import { sweepReminders } from './order/sweep-reminders.ts';

/** What volunteering does by the clock. */
export const recurring: readonly Recurring[] = [
  { name: 'volunteering.reminders', everySeconds: 5, run: sweepReminders },
  { name: 'volunteering.forget', everySeconds: 3_600, run: forgetContacts },
  { name: 'volunteering.unrecorded', everySeconds: 3_600, run: warnOfUnrecorded },
];
