import { checkChain } from '#platform/check-chain';
import type { LedgerReport } from '#platform/check-chain';
import type { Ctx } from '#platform/transaction';
import { adoptionColumns } from './adoption-queries.ts';
import type { AdoptionRow } from './adoption-queries.ts';
import { adoptionChain, lineHash } from './write-line.ts';

/** Checks every line of the ledger of adoptions against its hash, its seal and the signed heads of its chain. */
export async function verifyAdoptions(ctx: Ctx): Promise<LedgerReport> {
  return ctx.transaction(async (tx) => {
    const rows = await tx.named<AdoptionRow>(
      'newsroom.adoptions-to-verify',
      `select ${adoptionColumns} from newsroom.adoptions a where a.county_id = $1`,
      [tx.countyId],
    );
    const hashes = rows.map((row): [string, string] => [row.id, lineHash(tx.ctx.county.ledgerNumber, row)]);
    return checkChain(tx, adoptionChain, new Map(hashes));
  });
}
