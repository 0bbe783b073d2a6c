import { verifyHours } from '#volunteering';
import type { Command } from '#platform/manifest';
import { sealWaitingRows } from '#platform/seals';
import { verifyAuditChain } from './verify-chain.ts';
import type { ChainFault } from './verify-chain.ts';

const words: Readonly<Record<ChainFault['kind'], string>> = {
  'row-changed': '这一行被改过 · this row was changed',
  'row-missing': '这一行不见了 · this row is gone',
  'link-broken': '链断了 · the link is broken',
  'order-broken': '次序不对 · out of order',
  'not-sealed': '没有封存 · not sealed',
  'head-differs': '与签过的链头不符 · differs from a signed head',
  'head-signature': '链头的签名不对 · a head’s signature does not hold',
};

/** `cli audit verify`: checks every chain of the county, the audit and the ledger of hours, and their signed heads. */
export const auditVerify: Command = {
  name: 'audit verify',
  summary: '核对审计链和时长的账，一个字节也不能变 · Check the chains of audit and hours, byte by byte',
  usage: 'audit verify [--county=<slug>]',
  async run({ inCounty, say }) {
    await inCounty((ctx) => sealWaitingRows(ctx));
    const audit = await inCounty((ctx) => verifyAuditChain(ctx));
    say(`审计链 · audit chain: ${audit.rows} 行 rows, ${audit.heads} 个签名链头 signed heads`);
    for (const fault of audit.faults.slice(0, 50)) say(`✗ #${fault.seq} ${fault.rowId} ${words[fault.kind]}`);
    const hours = await inCounty((ctx) => verifyHours(ctx));
    say(`时长链 · chain of hours: ${hours.rows} 条 entries, ${hours.heads} 个签名链头 signed heads`);
    for (const fault of hours.faults.slice(0, 50)) say(`✗ #${fault.seq} ${fault.hourId} ${words[fault.kind]}`);
    const bad = audit.faults.length + hours.faults.length;
    say(bad === 0 ? '✓ 全部相符 · all of it holds' : `✗ ${bad} 处不符 · places do not hold`);
    return bad === 0 ? 0 : 1;
  },
};
