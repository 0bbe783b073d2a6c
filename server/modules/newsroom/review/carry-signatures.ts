import { changedParts, statementHash } from '@xiangyin/document';
import type { Statement, StoryText } from '@xiangyin/document';
import { attestStatement } from '#access';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { labelOf, stepsFor } from '../chain/chain.ts';
import type { ChainVersion } from '../chain/chain.ts';
import { headOf } from '../story/head-of.ts';
import { revisionById } from '../story/revision.ts';
import type { Revision } from '../story/revision.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { isKept, sidesOf, takeAnotherSide, takeSide } from './round.ts';
import { systemStatement } from './statement.ts';
import { storeCarried } from './store-signature.ts';
import { parts, voidingRules } from './voiding-rules.ts';
import type { FactPart, Part, VoidingRules } from './voiding-rules.ts';

/** An approval that stood in the round before, or was carried into it. */
interface Standing {
  /** The approval itself. */
  readonly id: string;
  readonly statementHash: string;
  readonly step: string;
  readonly side: string;
  readonly role: string;
  readonly signerId: string;
  readonly text: StoryText;
  /** What had changed since by the time it was carried last. */
  readonly changed: readonly string[];
  /** Of a second step by one person. */
  readonly exceptionReason: string | null;
}

/** Carries into the story's new round those signatures of the round before that the county's rules let stand, each by an entry of its own that says what differs from the text that was approved. Answers the steps that stand.
 *  The last step never does, nor the signature of somebody who stands on the author's side now. */
export async function carrySignatures(
  tx: Tx,
  before: { readonly roundId: string; readonly story: StoryRow; readonly facts: readonly FactPart[] },
  now: { readonly story: StoryRow; readonly roundId: string; readonly chain: ChainVersion },
): Promise<{ step: string }[]> {
  const standing = await standingIn(tx, before.roundId);
  if (standing.length === 0) return [];
  const rules = await voidingRules(tx);
  const revision = (await revisionById(tx, now.story.revisionId)) ?? refuse('NotFound');
  const last = stepsFor(now.chain, now.story).at(-1)?.step;
  const carried: { step: string }[] = [];
  for (const one of standing) {
    const changed = changedSince(one, revision, before.facts);
    if (one.step === last || falls(rules, one.step, changed)) continue;
    if (!(await takesSide(tx, now.roundId, one))) continue;
    await carry(tx, one, now, revision, changed);
    carried.push({ step: one.step });
  }
  return carried;
}

const falls = (rules: VoidingRules, step: string, changed: readonly Part[]): boolean =>
  changed.some((part) => (rules[part] as readonly string[]).includes(step));

// Against the text that was approved, not the one before: after two edits the entry says all that its signer has not seen.
function changedSince(one: Standing, revision: Revision, facts: readonly FactPart[]): Part[] {
  const differs: readonly string[] = [
    ...changedParts(one.text, revision.text),
    ...one.changed.filter((part) => part === 'byline' || part === 'places' || part === 'notice'),
    ...facts,
  ];
  return parts.filter((part) => differs.includes(part));
}

// Whoever wrote since stands on the author's side: their own signature does not stand under what they wrote.
async function takesSide(tx: Tx, roundId: string, one: Standing): Promise<boolean> {
  const sides = await sidesOf(tx, roundId, one.signerId);
  if (sides.length === 0 || sides.includes(one.side)) {
    await takeSide(tx, roundId, one.signerId, one.side);
    return true;
  }
  if (sides.includes('author') || one.exceptionReason === null) return false;
  await takeAnotherSide(tx, roundId, one.signerId, one.side, one.exceptionReason);
  return true;
}

async function carry(
  tx: Tx,
  one: Standing,
  now: { readonly story: StoryRow; readonly roundId: string; readonly chain: ChainVersion },
  revision: Revision,
  changed: readonly Part[],
): Promise<void> {
  const statement: Statement = await systemStatement(tx, now.story, revision, {
    path: labelOf(now.chain),
    step: one.step,
    role: one.role,
    signer: one.signerId,
    verdict: 'carried',
    carries: one.statementHash,
    changed: changed.length > 0 ? changed.join('.') : 'nothing',
  });
  const evidence = await attestStatement(tx, statementHash(statement));
  await storeCarried(
    tx,
    {
      roundId: now.roundId,
      versionId: now.chain.versionId,
      revisionId: revision.id,
      side: one.side,
      statement,
      head: headOf(now.story),
      carriesId: one.id,
      changed,
    },
    evidence,
  );
}

const standingIn = (tx: Tx, roundId: string): Promise<Standing[]> =>
  tx.named<Standing>(
    'newsroom.standing-in',
    `select root.id, root.statement_hash as "statementHash", g.step, g.side, g.role, g.signer_id as "signerId", r.text, coalesce(g.changed, '{}') as changed, d.reason as "exceptionReason"
       from newsroom.signatures g
       join newsroom.signatures root on root.county_id = g.county_id and root.id = coalesce(g.carries_id, g.id)
       join newsroom.revisions r on r.county_id = root.county_id and r.id = root.revision_id
       left join newsroom.duties d on d.county_id = g.county_id and d.round_id = g.round_id and d.person_id = g.signer_id and d.side = g.side
      where g.county_id = $1 and g.round_id = $2 and g.verdict in ('approved', 'carried') and ${isKept} order by g.number`,
    [tx.countyId, roundId],
  );
