import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Rule } from '../contract.ts';

/** Refuses CandidateNotQualified (422) with the rules and, in `because`, their words. That two shall not meet is nobody's to know: it is said to those who dispatch alone (`toldAll`). */
export function refuseUnfit(
  tx: Tx,
  judged: { obstacles: readonly Rule[]; missing: readonly string[] },
  more: { fields?: NonNullable<Parameters<typeof refuse>[2]>; toldAll?: boolean } = {},
): never {
  const obstacles = judged.obstacles.filter((rule) => more.toldAll || rule !== 'excluded');
  const say = (rule: string): string => tx.ctx.app.wording.say(tx.ctx.tag, `rule.${rule}`);
  const because = obstacles.length > 0 ? obstacles.map(say).join(say('between')) : say('other');
  return refuse('CandidateNotQualified', { obstacles, missing: judged.missing, because }, more.fields);
}
