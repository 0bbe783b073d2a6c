import { auditRowHash } from '#platform/audit';
import { checkHeads } from '#platform/check-heads';
import type { HeadFault } from '#platform/check-heads';
import { chainStart, nextLink } from '#platform/seals';
import type { Ctx, Tx } from '#platform/transaction';

/** What is wrong with a chain: where, and in which way. */
export interface ChainFault {
  readonly seq: number;
  readonly rowId: string;
  readonly kind: 'row-changed' | 'row-missing' | 'link-broken' | 'order-broken' | 'not-sealed' | HeadFault['kind'];
}
export interface ChainReport {
  readonly chain: string;
  readonly rows: number;
  readonly heads: number;
  readonly waiting: number;
  readonly faults: readonly ChainFault[];
}

interface Link {
  seq: number;
  row_id: string;
  row_hash: string;
  chain_hash: string;
}

/** Checks every link of the audit chain against the rows themselves, and every signed head against the chain. Any changed byte, missing or moved row shows. */
export async function verifyAuditChain(ctx: Ctx): Promise<ChainReport> {
  return ctx.transaction(async (tx) => {
    const faults: ChainFault[] = [];
    const links = new Map<number, string>();
    let previous = chainStart;
    let expected = 1;
    for await (const link of linksOf(tx, 'audit')) {
      if (link.seq !== expected) faults.push({ seq: link.seq, rowId: link.row_id, kind: 'order-broken' });
      if (nextLink(previous, link.row_hash) !== link.chain_hash)
        faults.push({ seq: link.seq, rowId: link.row_id, kind: 'link-broken' });
      const fault = rowFault(link);
      if (fault) faults.push({ seq: link.seq, rowId: link.row_id, kind: fault });
      previous = link.chain_hash;
      expected = link.seq + 1;
      links.set(link.seq, link.chain_hash);
    }
    faults.push(...(await neverSealed(tx)));
    const heads = await checkHeads(tx, 'audit', links);
    faults.push(...heads.faults.map((fault) => ({ ...fault, rowId: '' })));
    const [waiting] = await tx.named<{ n: number }>(
      'operations.unsealed',
      `select count(*)::int as n from platform.unsealed where county_id = $1 and chain = 'audit'`,
      [tx.countyId],
    );
    return { chain: 'audit', rows: links.size, heads: heads.count, waiting: waiting?.n ?? 0, faults };
  });
}

interface AuditLink extends Link {
  row: {
    id: string;
    act: string;
    actor: unknown;
    noun: string;
    subject_id: string;
    place_id: string | null;
    detail: unknown;
    at: Date;
    county: number;
  } | null;
}

async function* linksOf(tx: Tx, chain: string): AsyncGenerator<AuditLink> {
  for (let from = 0; ;) {
    const rows = await tx.named<
      Link & {
        id: string | null;
        act: string;
        actor: unknown;
        noun: string;
        subject_id: string;
        place_id: string | null;
        detail: unknown;
        at: Date;
      }
    >(
      'operations.audit-links',
      `select s.seq, s.row_id, s.row_hash, s.chain_hash, a.id, a.act, a.actor, a.noun, a.subject_id, a.place_id, a.detail, a.at
         from platform.seals s left join platform.audit a on a.county_id = s.county_id and a.id = s.row_id
        where s.county_id = $1 and s.chain = $2 and s.seq > $3 order by s.seq limit 1000`,
      [tx.countyId, chain, from],
    );
    for (const row of rows)
      yield { ...row, row: row.id === null ? null : { ...row, id: row.id, county: tx.ctx.county.ledgerNumber } };
    if (rows.length < 1000) return;
    from = rows.at(-1)?.seq ?? from;
  }
}

function rowFault({ row, row_hash }: AuditLink): ChainFault['kind'] | undefined {
  if (!row) return 'row-missing';
  const hash = auditRowHash({
    county: row.county,
    id: row.id,
    act: row.act,
    actor: row.actor,
    noun: row.noun,
    subject: row.subject_id,
    place: row.place_id,
    detail: row.detail,
    at: row.at.toISOString(),
  });
  return hash === row_hash ? undefined : 'row-changed';
}

// A row that was written past the sealer stands in no link and does not wait for one.
async function neverSealed(tx: Tx): Promise<ChainFault[]> {
  const rows = await tx.named<{ id: string }>(
    'operations.never-sealed',
    `select a.id from platform.audit a where a.county_id = $1
        and not exists (select from platform.seals s where s.county_id = $1 and s.chain = 'audit' and s.row_id = a.id)
        and not exists (select from platform.unsealed u where u.county_id = $1 and u.chain = 'audit' and u.row_id = a.id) order by a.id`,
    [tx.countyId],
  );
  return rows.map(({ id }) => ({ seq: 0, rowId: id, kind: 'not-sealed' }));
}
