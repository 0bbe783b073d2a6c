import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { ChainVersion } from '../chain/chain.ts';
import { urgentSlug } from '../chain/chain.ts';
import type { StoryRow } from '../story/story-queries.ts';

export type RoundPurpose = 'publish' | 'correct' | 'update' | 'after-review' | 'withdrawal-review';
export type RoundOutcome = 'published' | 'returned' | 'rejected' | 'voided' | 'taken-back' | 'reviewed';

/** Why a round begins for this story as it stands. */
export const purposeOf = (story: Pick<StoryRow, 'editionId' | 'correctionNote'>): RoundPurpose =>
  !story.editionId ? 'publish' : story.correctionNote ? 'correct' : 'update';

/** Begins a passage through this version of a chain; the round keeps it to its end. The author takes their side at once, so that the keys of newsroom.duties keep them from reviewing.
 *  Of a correction or an update the author is whoever wrote it; and on the urgent path, where one signature publishes, everybody who wrote at the text: they stand on the author's side too. */
export async function beginRound(
  tx: Tx,
  story: Pick<StoryRow, 'id' | 'authorId' | 'editionId' | 'important'>,
  purpose: RoundPurpose,
  chain: ChainVersion,
): Promise<string> {
  const id = newId<'round'>();
  await tx.named(
    'newsroom.begin-round',
    'insert into newsroom.rounds (county_id, id, story_id, path, purpose, begun_at, version_id, separation, important) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.countyId, id, story.id, chain.slug, purpose, tx.at, chain.versionId, chain.separation, story.important],
  );
  await tx.named('newsroom.in-round', 'update newsroom.stories set round_id = $3 where county_id = $1 and id = $2', [
    tx.countyId,
    story.id,
    id,
  ]);
  await takeSide(tx, id, story.authorId, 'author');
  if (chain.slug === urgentSlug || purpose !== 'publish')
    for (const writer of await writersSince(tx, story)) await takeSide(tx, id, writer, 'author');
  return id;
}

async function writersSince(tx: Tx, story: Pick<StoryRow, 'id' | 'editionId'>): Promise<string[]> {
  const rows = await tx.named<{ writer: string }>(
    'newsroom.writers-since',
    `select distinct w.person as writer from newsroom.revisions r
       cross join lateral (select r.written_by as person union select o.person_id from newsroom.revision_writers o where o.county_id = r.county_id and o.revision_id = r.id) w
      where r.county_id = $1 and r.story_id = $2
       and r.version > coalesce((select b.version from newsroom.editions e join newsroom.revisions b on b.county_id = e.county_id and b.id = e.revision_id where e.county_id = $1 and e.id = $3), 0)`,
    [tx.countyId, story.id, story.editionId],
  );
  return rows.map((row) => row.writer);
}

/** Ends the round; its signatures stay on record. */
export async function endRound(tx: Tx, roundId: string, outcome: RoundOutcome): Promise<void> {
  await tx.named(
    'newsroom.end-round',
    'update newsroom.rounds set ended_at = $3, outcome = $4 where county_id = $1 and id = $2 and ended_at is null',
    [tx.countyId, roundId, tx.at, outcome],
  );
}

/** Goes on with a round that had just ended. */
export async function reopenRound(tx: Tx, roundId: string): Promise<void> {
  await tx.named(
    'newsroom.reopen-round',
    'update newsroom.rounds set ended_at = null, outcome = null where county_id = $1 and id = $2',
    [tx.countyId, roundId],
  );
}

/** SQL that is true for a signature `g` that its signer did not take back. */
export const isKept =
  'not exists (select 1 from newsroom.signatures t where t.county_id = g.county_id and t.takes_back = g.id)';

/** Puts the person on a side of the round. The primary key (round, person) allows one side only. Refuses: DutiesNotSeparated (409). */
export async function takeSide(tx: Tx, roundId: string, personId: string, side: string): Promise<void> {
  const entered = await tx.named(
    'newsroom.take-side',
    'insert into newsroom.duties (county_id, round_id, person_id, side) values ($1, $2, $3, $4) on conflict do nothing returning 1',
    [tx.countyId, roundId, personId, side],
  );
  if (entered.length === 1) return;
  const taken = await sidesOf(tx, roundId, personId);
  if (!taken.includes(side)) refuse('DutiesNotSeparated', { side: taken[0] ?? null });
}

/** Puts a person who stands on a side of the round on another one too, with the reason. The keys of newsroom.duties take it only where the round's chain says `logged`, and never of its author. */
export async function takeAnotherSide(
  tx: Tx,
  roundId: string,
  personId: string,
  side: string,
  reason: string,
): Promise<void> {
  const sides = await sidesOf(tx, roundId, personId);
  await tx.named(
    'newsroom.take-another-side',
    `insert into newsroom.duties (county_id, round_id, person_id, side, nth, after_nth, after_side, separation, reason) values ($1, $2, $3, $4, $5, $6, $7, 'logged', $8)`,
    [tx.countyId, roundId, personId, side, sides.length, sides.length - 1, sides.at(-1), reason],
  );
}

/** The sides on which a person stands in a round, the first taken first. */
export async function sidesOf(tx: Tx, roundId: string, personId: string): Promise<string[]> {
  const rows = await tx.named<{ side: string }>(
    'newsroom.sides-of',
    'select side from newsroom.duties where county_id = $1 and round_id = $2 and person_id = $3 order by nth',
    [tx.countyId, roundId, personId],
  );
  return rows.map((row) => row.side);
}

/** An approval that stands. */
export interface Approval {
  readonly id: string;
  readonly step: string;
  readonly side: string;
  readonly signerId: string;
}

/** The approvals of a round that stand, also those carried into it, oldest first. */
export const signaturesIn = (tx: Tx, roundId: string): Promise<Approval[]> =>
  tx.named(
    'newsroom.signatures-in',
    `select g.id, g.step, g.side, g.signer_id as "signerId" from newsroom.signatures g where g.county_id = $1 and g.round_id = $2 and g.verdict in ('approved', 'carried') and ${isKept} order by g.number`,
    [tx.countyId, roundId],
  );
