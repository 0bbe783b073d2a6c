import { checkLongChain, faultWords } from '#platform/check-chain';
import type { LedgerReport } from '#platform/check-chain';
import { sealWaitingRows } from '#platform/seals';
import type { Command } from '#platform/manifest';
import type { Ctx } from '#platform/transaction';
import { hashesInOrder } from './stored-hashes.ts';

/** Checks every entry of the ledger and every second signature against its hash, and every link of the chain "hours". Any changed byte, missing, moved or unsealed entry shows, and so does a chain that its signed heads do not fit. Read in batches, so that its length costs no memory. */
export const verifyHours = (ctx: Ctx): Promise<LedgerReport> =>
  ctx.transaction(async (tx) => {
    // One state of the ledger, whatever is written meanwhile.
    await tx.client.query('set transaction isolation level repeatable read');
    return checkLongChain(tx, 'hours', hashesInOrder(tx));
  });

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
