import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { toBeSealed } from '#platform/audit';
import { canonicalHash } from '#platform/canonical';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import type { AdoptionRow } from './adoption-queries.ts';

/** A line before it is written. */
export type NewLine = Omit<AdoptionRow, 'id' | 'recordedBy' | 'enteredAt' | 'rowHash'>;

/** The chain on which the ledger's lines are sealed. */
export const adoptionChain = 'adoptions';

/** Writes a line for ever and puts it on the ledger's chain. The story is locked by the caller; a line written twice is refused by its key. */
export async function writeLine(tx: Tx, actor: Actor, line: NewLine): Promise<AdoptionRow> {
  const row = { ...line, id: newId<'adoption-line'>(), recordedBy: actorRow(actor), enteredAt: tx.at };
  const rowHash = lineHash(tx.ctx.county.ledgerNumber, row);
  await tx.named(
    'newsroom.write-adoption',
    `insert into newsroom.adoptions (county_id, id, adoption_id, entry, person_id, kind, why, story_id, section_id, place_id, level, medium, outlet, adopted_on, href, scan_hash, edition_id, sharers, hundredths, reverses, reason, recorded_by, entered_at, row_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
    [
      tx.countyId,
      row.id,
      row.adoptionId,
      row.entry,
      row.personId,
      row.kind,
      row.why,
      row.storyId,
      row.sectionId,
      row.placeId,
      row.level,
      row.medium,
      row.outlet,
      row.adoptedOn,
      row.href,
      row.scanHash,
      row.editionId,
      row.sharers,
      row.hundredths,
      row.reverses,
      row.reason,
      JSON.stringify(row.recordedBy),
      row.enteredAt,
      rowHash,
    ],
  );
  toBeSealed(tx, adoptionChain, row.id, rowHash);
  return { ...row, rowHash };
}

/** Takes a counted line back. */
export const reverseLine = (
  tx: Tx,
  actor: Actor,
  line: AdoptionRow,
  why: AdoptionRow['why'],
  reason: string | null = null,
): Promise<AdoptionRow> =>
  writeLine(tx, actor, {
    ...line,
    entry: line.entry + 1,
    kind: 'reversal',
    why,
    hundredths: -line.hundredths,
    reverses: line.id,
    reason,
  });

/** Counts a line again that was taken back, with the points it had. */
export const countAgain = (
  tx: Tx,
  actor: Actor,
  line: AdoptionRow,
  why: AdoptionRow['why'],
  reason: string | null = null,
): Promise<AdoptionRow> =>
  writeLine(tx, actor, {
    ...line,
    entry: line.entry + 1,
    kind: 'counted',
    why,
    hundredths: Math.abs(line.hundredths),
    reverses: null,
    reason,
  });

/** SHA-256 over the line's RFC 8785 form; a hash that it carries already is no part of it. */
export const lineHash = (
  ledgerNumber: number,
  line: Omit<AdoptionRow, 'rowHash'> & { readonly rowHash?: string },
): string =>
  canonicalHash({ ...line, rowHash: undefined, county: ledgerNumber, enteredAt: line.enteredAt.toISOString() });
