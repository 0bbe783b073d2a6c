import { sha256 } from './canonical.ts';
import { failpoint } from './failpoints.ts';
import type { Ctx, Tx } from './transaction.ts';

/** The chain hash before the first row. */
export const chainStart = '0'.repeat(64);

/** The next link: SHA-256 over the previous link and the row's hash. */
export const nextLink = (previous: string, rowHash: string): string => sha256(`${previous}${rowHash}`);

interface Head {
  seq: number;
  chain_hash: string;
}

/** Chains the rows that wait, one sealer per county at a time (an advisory lock keeps the others out). Returns how many were sealed. */
export async function sealWaitingRows(ctx: Ctx, limit = 2_000): Promise<number> {
  return ctx.transaction(async (tx) => {
    const [lock] = await tx.named<{ got: boolean }>(
      'platform.seal-lock',
      'select pg_try_advisory_xact_lock(771001, $1) as got',
      [tx.countyId],
    );
    if (!lock?.got) return 0;
    const waiting = await tx.named<{ chain: string; row_id: string; row_hash: string }>(
      'platform.seal-waiting',
      'select chain, row_id, row_hash from platform.unsealed where county_id = $1 order by chain, row_id limit $2',
      [tx.countyId, limit],
    );
    for (const [chain, rows] of Map.groupBy(waiting, (row) => row.chain)) await sealChain(tx, chain, rows);
    return waiting.length;
  });
}

async function sealChain(tx: Tx, chain: string, rows: { row_id: string; row_hash: string }[]): Promise<void> {
  let { seq, chain_hash: link } = await headOf(tx, chain);
  const links = rows.map((row) => {
    seq += 1;
    link = nextLink(link, row.row_hash);
    return { seq, row: row.row_id, hash: row.row_hash, link };
  });
  await tx.client.query(
    `insert into platform.seals (county_id, chain, seq, row_id, row_hash, chain_hash, sealed_at)
     values ${links.map((_, i) => `($1, $2, $${4 + i * 4}, $${5 + i * 4}, $${6 + i * 4}, $${7 + i * 4}, $3)`).join(', ')}`,
    [tx.countyId, chain, tx.at, ...links.flatMap((one) => [one.seq, one.row, one.hash, one.link])],
  );
  await failpoint('seal-before-unsealed');
  await tx.named(
    'platform.sealed',
    'delete from platform.unsealed where county_id = $1 and chain = $2 and row_id = any($3::uuid[])',
    [tx.countyId, chain, rows.map((row) => row.row_id)],
  );
}

/** The chain's last link, or its start. */
export async function headOf(tx: Tx, chain: string): Promise<Head> {
  const [head] = await tx.named<Head>(
    'platform.chain-head',
    'select seq, chain_hash from platform.seals where county_id = $1 and chain = $2 order by seq desc limit 1',
    [tx.countyId, chain],
  );
  return head ?? { seq: 0, chain_hash: chainStart };
}

/** Signs the present head of a chain with the county's key, if it moved since the last signature. The signed heads are public. */
export async function signHead(ctx: Ctx, chain: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const head = await headOf(tx, chain);
    if (head.seq === 0) return;
    const key = await ctx.app.keys.countyKey(tx, 'county');
    const signed = key.sign(headStatement(ctx.county.ledgerNumber, chain, head.seq, head.chain_hash));
    await tx.named(
      'platform.sign-head',
      `insert into platform.heads (county_id, chain, seq, chain_hash, key_id, signature, signed_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [tx.countyId, chain, head.seq, head.chain_hash, key.id, signed, tx.at],
    );
  });
}

/** The latest signed head of a chain, as the public sees it; undefined before the first. */
export async function signedHeadOf(
  tx: Tx,
  chain: string,
): Promise<{ seq: number; chainHash: string; signedAt: Date } | undefined> {
  const [head] = await tx.named<{ seq: number; chainHash: string; signedAt: Date }>(
    'platform.signed-head',
    'select seq, chain_hash as "chainHash", signed_at as "signedAt" from platform.heads where county_id = $1 and chain = $2 order by seq desc limit 1',
    [tx.countyId, chain],
  );
  return head;
}

/** The bytes a head's signature is over. `county`: the ledger number. */
export const headStatement = (county: number, chain: string, seq: number, hash: string): string =>
  `xiangyin-head-v1\n${county}\n${chain}\n${seq}\n${hash}\n`;
