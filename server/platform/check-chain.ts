import { checkHeads } from './check-heads.ts';
import type { HeadFault } from './check-heads.ts';
import { chainStart, nextLink } from './seals.ts';
import type { Tx } from './transaction.ts';

/** What is wrong with a sealed ledger, and where. */
export interface LedgerFault {
  readonly seq: number;
  readonly rowId: string;
  readonly kind: 'row-changed' | 'row-missing' | 'link-broken' | 'order-broken' | 'not-sealed' | HeadFault['kind'];
}
/** What a check of a ledger found. */
export interface LedgerReport {
  readonly rows: number;
  readonly heads: number;
  readonly faults: readonly LedgerFault[];
}

interface Link {
  seq: number;
  rowId: string;
  rowHash: string;
  chainHash: string;
}

/** Checks every row of a ledger (`hashes`: id → hash made anew from what stands in the row) against its seal, and every link and signed head of its chain. Any changed byte, missing, moved or unsealed row shows, and so does a chain that its signed heads do not fit. */
export async function checkChain(tx: Tx, chain: string, hashes: ReadonlyMap<string, string>): Promise<LedgerReport> {
  const links = await tx.named<Link>(
    'platform.chain-links',
    `select seq, row_id as "rowId", row_hash as "rowHash", chain_hash as "chainHash" from platform.seals where county_id = $1 and chain = $2 order by seq`,
    [tx.countyId, chain],
  );
  const unsealed = new Set(hashes.keys());
  const faults: LedgerFault[] = [];
  let previous = chainStart;
  for (const [at, link] of links.entries()) {
    const fault = (kind: LedgerFault['kind']): void => void faults.push({ seq: link.seq, rowId: link.rowId, kind });
    const stored = hashes.get(link.rowId);
    if (link.seq !== at + 1) fault('order-broken');
    if (nextLink(previous, link.rowHash) !== link.chainHash) fault('link-broken');
    if (stored === undefined) fault('row-missing');
    else if (stored !== link.rowHash) fault('row-changed');
    previous = link.chainHash;
    unsealed.delete(link.rowId);
  }
  for (const rowId of unsealed) faults.push({ seq: 0, rowId, kind: 'not-sealed' });
  const heads = await checkHeads(tx, chain, new Map(links.map((link) => [link.seq, link.chainHash])));
  faults.push(...heads.faults.map((fault) => ({ ...fault, rowId: '' })));
  return { rows: links.length, heads: heads.count, faults };
}

/** What each fault means, in both languages at once: commands are read by whoever keeps the machine. */
export const faultWords: Readonly<Record<LedgerFault['kind'], string>> = {
  'row-changed': '这条记录被改过 · this entry was changed',
  'row-missing': '这条记录不见了 · this entry is gone',
  'link-broken': '链断了 · the link is broken',
  'order-broken': '次序不对 · out of order',
  'not-sealed': '没有封存 · not sealed',
  'head-differs': '与签过的链头不符 · differs from a signed head',
  'head-signature': '链头的签名不对 · a head’s signature does not hold',
};
