import { verifyEd25519 } from './keys.ts';
import { headStatement } from './seals.ts';
import type { Tx } from './transaction.ts';

/** A signed head that the chain no longer leads to, or whose signature does not hold. */
export interface HeadFault {
  readonly seq: number;
  readonly kind: 'head-differs' | 'head-signature';
}

/** Checks every signed head of a chain against its links (position → chain hash). A chain that was cut short, or made anew as a whole, fails here. */
export async function checkHeads(
  tx: Tx,
  chain: string,
  links: ReadonlyMap<number, string>,
): Promise<{ count: number; faults: HeadFault[] }> {
  const heads = await tx.named<{ seq: number; chain_hash: string; signature: string; public_key: string }>(
    'platform.heads-with-keys',
    `select h.seq, h.chain_hash, h.signature, k.public_key from platform.heads h join platform.signing_keys k on k.county_id = h.county_id and k.id = h.key_id
      where h.county_id = $1 and h.chain = $2 order by h.seq`,
    [tx.countyId, chain],
  );
  const faults: HeadFault[] = [];
  for (const head of heads) {
    if (links.get(head.seq) !== head.chain_hash) faults.push({ seq: head.seq, kind: 'head-differs' });
    if (
      !verifyEd25519(
        head.public_key,
        headStatement(tx.ctx.county.ledgerNumber, chain, head.seq, head.chain_hash),
        head.signature,
      )
    )
      faults.push({ seq: head.seq, kind: 'head-signature' });
  }
  return { count: heads.length, faults };
}
