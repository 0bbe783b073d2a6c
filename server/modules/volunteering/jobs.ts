import { dueBy } from '#platform/due';
import type { Recurring } from '#platform/recurring';
import { warnOfUnrecorded } from './hours/unrecorded.ts';
import { forgetContacts } from './order/forget-contacts.ts';
import { forgetApplications } from './join/forget-applications.ts';
import { sweepReminders } from './order/sweep-reminders.ts';
import { forgetIncidents } from './visit/incident-queries.ts';
import { makeSeriesOrders } from './series/make-orders.ts';
import { solvePlans } from './plan/solve-plans.ts';

/** What volunteering does by the clock. */
export const recurring: readonly Recurring[] = [
  { name: 'volunteering.reminders', everySeconds: 5, due: dueBy('volunteering.due_reminders'), run: sweepReminders },
  { name: 'volunteering.forget', everySeconds: 3_600, cannotBeUndone: true, run: forgetContacts },
  { name: 'volunteering.forget-applications', everySeconds: 3_600, cannotBeUndone: true, run: forgetApplications },
  { name: 'volunteering.forget-incidents', everySeconds: 3_600, cannotBeUndone: true, run: forgetIncidents },
  { name: 'volunteering.series', everySeconds: 600, run: makeSeriesOrders },
  { name: 'volunteering.plans', everySeconds: 2, due: dueBy('volunteering.due_plans'), run: solvePlans },
  { name: 'volunteering.unrecorded', everySeconds: 3_600, run: warnOfUnrecorded },
];
