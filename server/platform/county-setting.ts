import type { Tx } from './transaction.ts';

/** A number of the county's settings that is above zero, or ours. */
export const countySetting = (tx: Tx, name: string, ours: number): number => {
  const value = tx.ctx.county.settings[name];
  return typeof value === 'number' && value > 0 ? value : ours;
};
