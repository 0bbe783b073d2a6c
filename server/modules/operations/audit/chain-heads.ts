import { headStatement } from '#platform/seals';
import type { Ctx } from '#platform/transaction';
import type { ChainHead } from '../contract.ts';

/** The latest signed head of each chain, public: whoever keeps one can later prove that nothing before it was rewritten. */
export async function latestHeads(ctx: Ctx): Promise<{ items: ChainHead[] }> {
  return ctx.transaction(async (tx) => {
    const rows = await tx.named<{
      chain: string;
      seq: number;
      chainHash: string;
      keyId: string;
      publicKey: string;
      signature: string;
      signedAt: Date;
    }>(
      'operations.latest-heads',
      `select distinct on (h.chain) h.chain, h.seq, h.chain_hash as "chainHash", h.key_id as "keyId", k.public_key as "publicKey", h.signature, h.signed_at as "signedAt"
         from platform.heads h join platform.signing_keys k on k.county_id = h.county_id and k.id = h.key_id where h.county_id = $1 order by h.chain, h.seq desc`,
      [tx.countyId],
    );
    return {
      items: rows.map((row) => ({
        ...row,
        signedAt: row.signedAt.toISOString(),
        statement: headStatement(ctx.county.ledgerNumber, row.chain, row.seq, row.chainHash),
      })),
    };
  });
}
