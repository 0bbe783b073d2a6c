import { toBeSealed } from '#platform/audit';
import { newId } from '#platform/ids';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { changeChain, changeHash } from './change-hash.ts';
import type { ChangeKind } from './change-hash.ts';

/** The edition that a change is about. */
export interface ChangedEdition {
  readonly id: string;
  readonly number: number;
  readonly textHash: string;
}

/** Records, in the transaction that did it, what became of a published text. The sealer gives it its place behind everything that was committed before. */
export async function recordChange(
  tx: Tx,
  storyId: string,
  kind: ChangeKind,
  edition: ChangedEdition | null,
): Promise<void> {
  const id = newId<'change'>();
  const hash = changeHash({
    id,
    county: tx.ctx.county.ledgerNumber,
    story: storyId,
    kind,
    edition: edition?.number ?? null,
    fingerprint: edition?.textHash ?? null,
    at: tx.at.toISOString(),
  });
  await tx.named(
    'newsroom.record-change',
    'insert into newsroom.public_changes (county_id, id, story_id, kind, edition_id, at, row_hash) values ($1, $2, $3, $4, $5, $6, $7)',
    [tx.countyId, id, storyId, kind, edition?.id ?? null, tx.at, hash],
  );
  toBeSealed(tx, changeChain, id, hash);
}

/** The same of an edition that stands already. */
export async function recordTurn(
  tx: Tx,
  storyId: string,
  kind: 'withdrawn' | 'restored',
  editionId: string,
): Promise<void> {
  const [edition] = await tx.named<ChangedEdition>(
    'newsroom.changed-edition',
    'select id, number, text_hash as "textHash" from newsroom.editions where county_id = $1 and id = $2',
    [tx.countyId, editionId],
  );
  await recordChange(tx, storyId, kind, found(edition));
}
