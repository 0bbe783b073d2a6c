import type { Tx } from '#platform/transaction';
import type { Failed } from '../kinds/sending.ts';
import type { Claimed } from './claim-copies.ts';
import { settleCopy } from './settle-copy.ts';
import { mostTries } from './settle-failure.ts';

const interrupted: Failed = { outcome: 'failed', problem: 'interrupted', detail: {} };

/** Takes out of what was claimed whatever was in hand as often as anything is tried and never came back, as what stops the program, or fails in it, would do so for ever: a person is told. Answers the rest. */
export async function leaveWorn(tx: Tx, claimed: readonly Claimed[]): Promise<Claimed[]> {
  for (const one of claimed.filter(isWorn)) await settleCopy(tx, one.copy, one, interrupted);
  return claimed.filter((one) => !isWorn(one));
}

const isWorn = ({ copy: { claimedUntil, tries } }: Claimed): boolean => claimedUntil !== null && tries > mostTries;
