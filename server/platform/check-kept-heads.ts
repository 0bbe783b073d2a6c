import { verifyEd25519 } from './keys.ts';
import { headStatement } from './seals.ts';
import type { Tx } from './transaction.ts';

/** A signed end of a chain as `GET /chain-heads` gave it to somebody who kept it elsewhere. */
export interface KeptHead {
  readonly chain: string;
  readonly seq: number;
  readonly chainHash: string;
  readonly publicKey: string;
  readonly signature: string;
}

/** What became of a kept head. `forged`: its signature does not hold for this county; `cut`: the chain no longer reaches so far; `differs`: it leads elsewhere now. */
export type KeptHeadState = 'holds' | 'forged' | 'cut' | 'differs';

/** Holds heads kept outside against the chains of today. This is what a chain cannot do for itself: whoever holds the database and the county's key can make chain and heads anew, but not what somebody else kept. */
export async function checkKeptHeads(tx: Tx, kept: readonly KeptHead[]): Promise<KeptHeadState[]> {
  const rows = await tx.named<{ chain: string; seq: number; chainHash: string }>(
    'platform.seals-at',
    `select s.chain, s.seq, s.chain_hash as "chainHash" from platform.seals s
       join unnest($2::text[], $3::bigint[]) kept(chain, seq) on kept.chain = s.chain and kept.seq = s.seq where s.county_id = $1`,
    [tx.countyId, kept.map(({ chain }) => chain), kept.map(({ seq }) => seq)],
  );
  const present = new Map(rows.map(({ chain, seq, chainHash }) => [`${chain} ${seq}`, chainHash]));
  return kept.map(({ chain, seq, chainHash, publicKey, signature }) => {
    const statement = headStatement(tx.ctx.county.ledgerNumber, chain, seq, chainHash);
    if (!isSigned(publicKey, statement, signature)) return 'forged';
    const now = present.get(`${chain} ${seq}`);
    return now === undefined ? 'cut' : now === chainHash ? 'holds' : 'differs';
  });
}

function isSigned(publicKey: string, statement: string, signature: string): boolean {
  try {
    return verifyEd25519(publicKey, statement, signature);
  } catch {
    // What is no key signs nothing.
    return false;
  }
}
