import { checkChain, faultWords } from '#platform/check-chain';
import type { LedgerReport } from '#platform/check-chain';
import { sealWaitingRows } from '#platform/seals';
import type { Command } from '#platform/manifest';
import type { Ctx, Tx } from '#platform/transaction';
import { hourRowHash } from './record-hours.ts';
import type { HashedHour } from './record-hours.ts';

interface StoredHour extends Omit<HashedHour, 'happenedAt' | 'enteredAt' | 'county'> {
  happenedAt: Date;
  enteredAt: Date;
}

/** Checks every entry of the ledger against its hash, and every link of the chain "hours". Any changed byte, missing, moved or unsealed entry shows, and so does a chain that its signed heads do not fit. */
export const verifyHours = (ctx: Ctx): Promise<LedgerReport> =>
  ctx.transaction(async (tx) => checkChain(tx, 'hours', await storedHashes(tx)));

/** The entries' hashes, made anew from what stands in the rows. */
async function storedHashes(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.named<StoredHour>(
    'volunteering.hours-to-verify',
    `select id, person_id as "personId", kind, minutes, order_id as "orderId", visit_id as "visitId", service_id as "serviceId", service_version as "serviceVersion", place_id as "placeId", entry, evidence, reverses, reason,
       recorded_by as "recordedBy", happened_at as "happenedAt", entered_at as "enteredAt" from volunteering.hours where county_id = $1`,
    [tx.countyId],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      hourRowHash({
        ...row,
        county: tx.countyId,
        happenedAt: row.happenedAt.toISOString(),
        enteredAt: row.enteredAt.toISOString(),
      }),
    ]),
  );
}

/** `cli hours verify`: checks the county's ledger of hours. */
export const hoursVerify: Command = {
  name: 'hours verify',
  summary: '核对服务时长的账，一个字节也不能变 · Check the ledger of hours, byte by byte',
  usage: 'hours verify [--county=<slug>]',
  async run({ inCounty, say }) {
    await inCounty((ctx) => sealWaitingRows(ctx));
    const { rows, heads, faults } = await inCounty((ctx) => verifyHours(ctx));
    say(`服务时长 · hours: ${rows} 条 entries, ${heads} 个签名链头 signed heads`);
    for (const fault of faults.slice(0, 50)) say(`✗ #${fault.seq} ${fault.rowId} ${faultWords[fault.kind]}`);
    say(faults.length === 0 ? '✓ 全部相符 · all of it holds' : `✗ ${faults.length} 处不符 · places do not hold`);
    return faults.length === 0 ? 0 : 1;
  },
};
