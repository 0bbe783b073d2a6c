import type { Tx } from '#platform/transaction';
import { countySetting } from '#platform/county-setting';

/** At most so many visits a day and a week for one volunteer: the county's `visitsPerVolunteerAndDay` (4) and `visitsPerVolunteerAndWeek` (12). */
export const countyCaps = (tx: Tx): { visitsPerDay: number; visitsPerWeek: number } => ({
  visitsPerDay: countySetting(tx, 'visitsPerVolunteerAndDay', 4),
  visitsPerWeek: countySetting(tx, 'visitsPerVolunteerAndWeek', 12),
});
