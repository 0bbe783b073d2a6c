import { checkChain } from '#platform/check-chain';
import type { LedgerReport } from '#platform/check-chain';
import type { Ctx } from '#platform/transaction';
import { changeChain, changeHash } from './change-hash.ts';
import type { SealedChange } from './change-hash.ts';

/** Checks every change of the feed against its hash, its seal and the signed heads of its chain. */
export const verifyChanges = (ctx: Ctx): Promise<LedgerReport> =>
  ctx.transaction(async (tx) => {
    const rows = await tx.named<Omit<SealedChange, 'at' | 'county'> & { at: Date }>(
      'newsroom.changes-to-verify',
      `select c.id, c.story_id as story, c.kind, e.number as edition, e.text_hash as fingerprint, c.at
         from newsroom.public_changes c left join newsroom.editions e on e.county_id = c.county_id and e.id = c.edition_id where c.county_id = $1`,
      [tx.countyId],
    );
    const county = tx.ctx.county.ledgerNumber;
    const hashes = rows.map((row): [string, string] => [
      row.id,
      changeHash({ ...row, county, at: row.at.toISOString() }),
    ]);
    return checkChain(tx, changeChain, new Map(hashes));
  });
