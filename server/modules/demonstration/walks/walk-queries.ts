import type { StoryText } from '@xiangyin/document';
import type { Tx } from '#platform/transaction';

/** What a guided walk has shown so far. */
export interface WalkFacts {
  milliseconds?: number;
  change?: { runs: { kind: 'same' | 'del' | 'ins'; text: string }[]; fallenSignatures: number };
}

/** The facts of a walk through this thing; empty before anything was shown. */
export async function walkFacts(tx: Tx, walk: 'story' | 'order', subjectId: string): Promise<WalkFacts> {
  const [row] = await tx.named<{ facts: WalkFacts }>(
    'demonstration.walk-facts',
    'select facts from demonstration.walk_results where county_id = $1 and walk = $2 and subject_id = $3',
    [tx.countyId, walk, subjectId],
  );
  return row?.facts ?? {};
}

/** Adds to the facts of a walk. */
export const keepWalkFacts = (tx: Tx, walk: 'story' | 'order', subjectId: string, facts: WalkFacts): Promise<unknown> =>
  tx.named(
    'demonstration.keep-walk-facts',
    `insert into demonstration.walk_results (county_id, walk, subject_id, facts, changed_at) values ($1, $2, $3, $4, $5)
     on conflict (county_id, walk, subject_id) do update set facts = demonstration.walk_results.facts || excluded.facts, changed_at = excluded.changed_at`,
    [tx.countyId, walk, subjectId, JSON.stringify(facts), tx.at],
  );

/** A signature of the present round, or under the valid edition. */
export interface StorySignature {
  step: string;
  signerId: string;
  at: Date;
  textHash: string;
}

/** The approvals given in a story's round in work, or else those under its valid edition, oldest first. */
export const approvalsOf = (tx: Tx, storyId: string): Promise<StorySignature[]> =>
  tx.named<StorySignature>(
    'demonstration.approvals',
    `select g.step, g.signer_id as "signerId", g.at, g.text_hash as "textHash" from newsroom.stories s
       left join newsroom.editions e on e.county_id = s.county_id and e.id = s.edition_id
       join newsroom.signatures g on g.county_id = s.county_id and g.story_id = s.id and g.round_id = coalesce(e.round_id, s.round_id)
      where s.county_id = $1 and s.id = $2 and g.verdict = 'approved' order by g.number`,
    [tx.countyId, storyId],
  );

/** The text of a story's present revision. */
export async function presentText(
  tx: Tx,
  storyId: string,
): Promise<{ revisionId: string; text: StoryText; textHash: string } | undefined> {
  const [row] = await tx.named<{ revisionId: string; text: StoryText; textHash: string }>(
    'demonstration.present-text',
    `select r.id as "revisionId", r.text, r.text_hash as "textHash" from newsroom.stories s join newsroom.revisions r on r.county_id = s.county_id and r.id = s.revision_id
      where s.county_id = $1 and s.id = $2`,
    [tx.countyId, storyId],
  );
  return row;
}
