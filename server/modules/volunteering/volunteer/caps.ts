import type { Tx } from '#platform/transaction';

/** At most so many visits a day and a week for one volunteer: the county's `visitsPerVolunteerAndDay` (4) and `visitsPerVolunteerAndWeek` (12). */
export const countyCaps = (tx: Tx): { visitsPerDay: number; visitsPerWeek: number } => ({
  visitsPerDay: setting(tx, 'visitsPerVolunteerAndDay', 4),
  visitsPerWeek: setting(tx, 'visitsPerVolunteerAndWeek', 12),
});

const setting = (tx: Tx, name: string, ours: number): number => {
  const value = tx.ctx.county.settings[name];
  return typeof value === 'number' && value > 0 ? value : ours;
};
