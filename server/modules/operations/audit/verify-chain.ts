import { auditRowHash } from '#platform/audit';
import { checkLongChain } from '#platform/check-chain';
import type { LedgerReport, RowHash } from '#platform/check-chain';
import type { Ctx, Tx } from '#platform/transaction';

/** Checks every row of the audit against its seal, and every link and signed head of the chain "audit". Any changed byte, missing, moved or unsealed row shows. Read in batches, so that its length costs no memory. */
export const verifyAuditChain = (ctx: Ctx): Promise<LedgerReport> =>
  ctx.transaction(async (tx) => {
    // One state of the audit, whatever is written meanwhile.
    await tx.client.query('set transaction isolation level repeatable read');
    return checkLongChain(tx, 'audit', hashesInOrder(tx));
  });

const rowsAtOnce = 1_000;

interface AuditRow {
  readonly id: string;
  readonly act: string;
  readonly actor: unknown;
  readonly noun: string;
  readonly subject: string;
  readonly place: string | null;
  readonly detail: unknown;
  readonly at: Date;
}

// Ids grow with time, which is about the order of sealing.
async function* hashesInOrder(tx: Tx): AsyncGenerator<readonly RowHash[], undefined> {
  const county = tx.ctx.county.ledgerNumber;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await tx.named<AuditRow>(
      'operations.audit-to-verify',
      `select id, act, actor, noun, subject_id as subject, place_id as place, detail, at
         from platform.audit where county_id = $1 and id > $2 order by id limit ${rowsAtOnce}`,
      [tx.countyId, after],
    );
    const last = rows.at(-1);
    if (!last) return undefined;
    after = last.id;
    yield rows.map((row): RowHash => [row.id, auditRowHash({ ...row, county, at: row.at.toISOString() })]);
  }
}
