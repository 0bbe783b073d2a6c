import { checkHeads } from './check-heads.ts';
import type { HeadFault } from './check-heads.ts';
import { readAhead } from './read-ahead.ts';
import { chainStart, nextLink } from './seals.ts';
import type { Tx } from './transaction.ts';

/** What is wrong with a sealed ledger, and where. */
export interface LedgerFault {
  readonly seq: number;
  readonly rowId: string;
  readonly kind: 'row-changed' | 'row-missing' | 'link-broken' | 'order-broken' | 'not-sealed' | HeadFault['kind'];
}
/** What a check of a ledger found. `waiting`: rows written so lately that their seal is still to come. */
export interface LedgerReport {
  readonly rows: number;
  readonly heads: number;
  readonly waiting: number;
  readonly faults: readonly LedgerFault[];
}

interface Link {
  seq: number;
  rowId: string;
  rowHash: string;
}

/** A row's id, and its hash made anew from what stands in the row. */
export type RowHash = readonly [id: string, hash: string];

/** Checks every row of a ledger (`hashes`: id → hash made anew from what stands in the row) against its seal, and every link and signed head of its chain. Any changed byte, missing, moved or unsealed row shows, and so does a chain that its signed heads do not fit. */
export const checkChain = (tx: Tx, chain: string, hashes: ReadonlyMap<string, string>): Promise<LedgerReport> =>
  checkLongChain(tx, chain, [...hashes]);

/** As `checkChain`, for a ledger too long to hold at once: rows come in batches, in about the order in which they were sealed; of those whose counterpart has not come yet no more is kept than that. */
export async function checkLongChain(
  tx: Tx,
  chain: string,
  rows: AsyncIterable<readonly RowHash[]> | readonly RowHash[],
): Promise<LedgerReport> {
  const check = new ChainCheck(await seqsOfHeads(tx, chain));
  const batches = Array.isArray(rows) ? [rows as readonly RowHash[]] : (rows as AsyncIterable<readonly RowHash[]>);
  const links = linksInOrder(tx, chain);
  for await (const batch of batches) {
    for (const row of batch) check.row(row);
    // As many links as rows, so that neither side runs far ahead of the other.
    while (check.linksBehind > 0) {
      const { done, value } = await links.next();
      if (done) break;
      check.links(value);
    }
  }
  for await (const batch of links) check.links(batch);
  return check.report(tx, chain);
}

/** What has been seen of a ledger so far: rows and links that wait for their counterpart, and faults. */
class ChainCheck {
  readonly #heads: ReadonlySet<number>;
  readonly #seen = new Map<number, string>();
  readonly #rows = new Map<string, string>();
  readonly #links = new Map<string, Link>();
  readonly #faults: LedgerFault[] = [];
  #previous = chainStart;
  #count = 0;
  #rowCount = 0;
  constructor(heads: ReadonlySet<number>) {
    this.#heads = heads;
  }
  get linksBehind(): number {
    return this.#rowCount - this.#count;
  }
  row([id, hash]: RowHash): void {
    this.#rowCount += 1;
    const link = this.#links.get(id);
    if (!link) return void this.#rows.set(id, hash);
    this.#links.delete(id);
    if (link.rowHash !== hash) this.#fault(link, 'row-changed');
  }
  /** Links as `linksInOrder` gives them: seq, row, its hash and the link, with a space between. */
  links(lines: readonly string[]): void {
    for (const line of lines) {
      const [seq = '', rowId = '', rowHash = '', chainHash = ''] = line.split(' ');
      this.#link({ seq: Number(seq), rowId, rowHash }, chainHash);
    }
  }
  #link(link: Link, chainHash: string): void {
    this.#count += 1;
    if (link.seq !== this.#count) this.#fault(link, 'order-broken');
    if (nextLink(this.#previous, link.rowHash) !== chainHash) this.#fault(link, 'link-broken');
    this.#previous = chainHash;
    if (this.#heads.has(link.seq)) this.#seen.set(link.seq, chainHash);
    const stored = this.#rows.get(link.rowId);
    if (stored === undefined) return void this.#links.set(link.rowId, link);
    this.#rows.delete(link.rowId);
    if (stored !== link.rowHash) this.#fault(link, 'row-changed');
  }
  #fault({ seq, rowId }: Pick<Link, 'seq' | 'rowId'>, kind: LedgerFault['kind']): void {
    this.#faults.push({ seq, rowId, kind });
  }
  async report(tx: Tx, chain: string): Promise<LedgerReport> {
    for (const link of this.#links.values()) this.#fault(link, 'row-missing');
    const waiting = await waitingOf(tx, chain, this.#rows);
    for (const rowId of this.#rows.keys()) if (!waiting.has(rowId)) this.#fault({ seq: 0, rowId }, 'not-sealed');
    const heads = await checkHeads(tx, chain, this.#seen);
    const faults = [
      ...this.#faults.toSorted((a, b) => (a.seq || Infinity) - (b.seq || Infinity)),
      ...heads.faults.map((fault) => ({ ...fault, rowId: '' })),
    ];
    return { rows: this.#count, heads: heads.count, waiting: waiting.size, faults };
  }
}

// A row that was written past the sealer stands in no link and does not wait for one; nor does one that was changed while it waited.
async function waitingOf(tx: Tx, chain: string, rows: ReadonlyMap<string, string>): Promise<Set<string>> {
  if (rows.size === 0) return new Set();
  const waiting = await tx.named<{ rowId: string; rowHash: string }>(
    'platform.rows-waiting',
    `select row_id as "rowId", row_hash as "rowHash" from platform.unsealed where county_id = $1 and chain = $2`,
    [tx.countyId, chain],
  );
  return new Set(waiting.filter(({ rowId, rowHash }) => rows.get(rowId) === rowHash).map(({ rowId }) => rowId));
}

const linksAtOnce = 10_000;

const linksInOrder = (tx: Tx, chain: string): AsyncGenerator<readonly string[], undefined> =>
  readAhead((last?: string) => linksAfter(tx, chain, last === undefined ? 0 : Number(last.split(' ', 1)[0])));

// One text for many rows: the driver then has a message to read, not ten thousand.
async function linksAfter(tx: Tx, chain: string, seq: number): Promise<readonly string[] | null> {
  const [row] = await tx.named<{ lines: string | null }>(
    'platform.chain-links',
    `select string_agg(concat_ws(' ', s.seq, s.row_id, s.row_hash, s.chain_hash), E'\n' order by s.seq) as lines
       from (select seq, row_id, row_hash, chain_hash from platform.seals where county_id = $1 and chain = $2 and seq > $3 order by seq limit ${linksAtOnce}) s`,
    [tx.countyId, chain, seq],
  );
  return row?.lines?.split('\n') ?? null;
}

async function seqsOfHeads(tx: Tx, chain: string): Promise<Set<number>> {
  const rows = await tx.named<{ seq: number }>(
    'platform.head-seqs',
    'select seq from platform.heads where county_id = $1 and chain = $2',
    [tx.countyId, chain],
  );
  return new Set(rows.map((row) => row.seq));
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
