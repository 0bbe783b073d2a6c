import type { Rule } from '../../contract.ts';
import type { Asked, Gate, Whom } from './gate.ts';
import { whatTheyCan } from './what-they-can.ts';
import { whenTheyCan } from './when-they-can.ts';
import { whoTheyAre } from './who-they-are.ts';

/** Whether somebody may go, and every rule that speaks against it. Of a pair the second only has to meet the rules of everybody. */
export interface Qualification {
  readonly leads: boolean;
  readonly qualified: boolean;
  readonly obstacles: readonly Rule[];
  /** The same as they are asked: of everybody, or of whoever leads; one rule may be asked of both. */
  readonly blockedBy: readonly Gate[];
  /** Skills and licences that are lacking. */
  readonly missing: readonly string[];
}

/** All of them, in the order in which they are said. */
export const gates: readonly Gate[] = [...whenTheyCan, ...whoTheyAre, ...whatTheyCan];

/** Asks every rule about one volunteer and one visit; reads nothing, so it may be asked of thousands. */
export function judge(whom: Whom, asked: Asked): Qualification {
  const blocked = gates.flatMap((gate) => {
    const answer = gate.blocks(whom, asked);
    const lacking = typeof answer === 'boolean' ? [] : answer;
    return answer === false || (typeof answer !== 'boolean' && lacking.length === 0) ? [] : [{ gate, lacking }];
  });
  const leads = blocked.length === 0;
  const accompanies = asked.facts.peopleNeeded > 1 && blocked.every(({ gate }) => gate.of === 'lead');
  return {
    leads,
    qualified: leads || accompanies,
    obstacles: [...new Set(blocked.map(({ gate }) => gate.rule))],
    blockedBy: blocked.map(({ gate }) => gate),
    missing: [...new Set(blocked.toSorted(skillsFirst).flatMap(({ lacking }) => lacking))],
  };
}

const skillsFirst = (a: { gate: Gate }, b: { gate: Gate }): number =>
  Number(b.gate.rule === 'skill') - Number(a.gate.rule === 'skill');
