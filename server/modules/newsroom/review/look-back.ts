import type { Tx } from '#platform/transaction';

const daysBack = 7;

/** From when on what fell due is still told: the program may have been off over the holidays. Each is told once. */
export const lookBackTo = (tx: Tx): Date => new Date(tx.at.getTime() - daysBack * 86_400_000);
