import type { Command } from '#platform/manifest';
import { sealWaitingRows } from '#platform/seals';
import { verifyAuditChain } from './verify-chain.ts';

const words: Record<string, string> = {
  'row-changed': '这一行被改过 · this row was changed',
  'row-missing': '这一行不见了 · this row is gone',
  'link-broken': '链断了 · the link is broken',
  'order-broken': '次序不对 · out of order',
  'head-differs': '与签过的链头不符 · differs from a signed head',
  'head-signature': '链头的签名不对 · a head’s signature does not hold',
};

/** `cli audit verify`: checks the whole chain of the county's audit and its signed heads. */
export const auditVerify: Command = {
  name: 'audit verify',
  summary: '核对审计链，一个字节也不能变 · Check the audit chain, byte by byte',
  usage: 'audit verify [--county <slug>]',
  async run({ inCounty, say }) {
    await inCounty((ctx) => sealWaitingRows(ctx));
    const report = await inCounty((ctx) => verifyAuditChain(ctx));
    say(`审计链 · audit chain: ${report.rows} 行 rows, ${report.heads} 个签名链头 signed heads`);
    for (const fault of report.faults.slice(0, 50))
      say(`✗ #${fault.seq} ${fault.rowId} ${words[fault.kind] ?? fault.kind}`);
    say(
      report.faults.length === 0
        ? '✓ 全部相符 · all of it holds'
        : `✗ ${report.faults.length} 处不符 · places do not hold`,
    );
    return report.faults.length === 0 ? 0 : 1;
  },
};
