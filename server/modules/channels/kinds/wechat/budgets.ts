import type { Tx } from '#platform/transaction';
import type { Budget } from '../kind.ts';
import { usedToday } from './calls.ts';
import { dailyCalls } from './limits.ts';
import type { CountedCall } from './limits.ts';
import type { WechatSettings } from './settings.ts';

/** What the platform's day still leaves: a correction that deletes spends a deletion, one that follows the wrong article a publication. */
export async function budgets(
  tx: Tx,
  channelId: string,
  { correct }: WechatSettings,
): Promise<{ correct: Budget; withdraw: Budget }> {
  const left = async (call: CountedCall): Promise<Budget> => ({
    left: Math.max(0, dailyCalls[call] - (await usedToday(tx, channelId, call))),
    most: dailyCalls[call],
  });
  const withdraw = await left('freepublish/delete');
  return { correct: correct === 'replace' ? withdraw : await left('freepublish/submit'), withdraw };
}
