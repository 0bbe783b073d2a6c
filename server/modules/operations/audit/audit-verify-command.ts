import { verifyAdoptions, verifyChanges } from '#newsroom';
import { verifyHours } from '#volunteering';
import { faultWords } from '#platform/check-chain';
import type { Command } from '#platform/manifest';
import { sealWaitingRows } from '#platform/seals';
import { verifyAuditChain } from './verify-chain.ts';

/** `cli audit verify`: checks every chain of the county, the audit, the ledger of hours, that of adoptions and the feed of changes, and their signed heads. */
export const auditVerify: Command = {
  name: 'audit verify',
  summary:
    '核对审计链、时长和采用的账、稿件变动记录，一个字节也不能变 · Check the chains of audit, hours, adoptions and changes, byte by byte',
  usage: 'audit verify [--county=<slug>]',
  async run({ inCounty, say }) {
    await inCounty((ctx) => sealWaitingRows(ctx));
    const audit = await inCounty((ctx) => verifyAuditChain(ctx));
    say(`审计链 · audit chain: ${audit.rows} 行 rows, ${audit.heads} 个签名链头 signed heads`);
    for (const fault of audit.faults.slice(0, 50)) say(`✗ #${fault.seq} ${fault.rowId} ${faultWords[fault.kind]}`);
    const hours = await inCounty((ctx) => verifyHours(ctx));
    say(`时长链 · chain of hours: ${hours.rows} 条 entries, ${hours.heads} 个签名链头 signed heads`);
    for (const fault of hours.faults.slice(0, 50)) say(`✗ #${fault.seq} ${fault.rowId} ${faultWords[fault.kind]}`);
    const adoptions = await inCounty((ctx) => verifyAdoptions(ctx));
    say(`采用链 · chain of adoptions: ${adoptions.rows} 条 entries, ${adoptions.heads} 个签名链头 signed heads`);
    for (const fault of adoptions.faults.slice(0, 50)) say(`✗ #${fault.seq} ${fault.rowId} ${faultWords[fault.kind]}`);
    const changes = await inCounty((ctx) => verifyChanges(ctx));
    say(`变动链 · chain of changes: ${changes.rows} 条 entries, ${changes.heads} 个签名链头 signed heads`);
    for (const fault of changes.faults.slice(0, 50)) say(`✗ #${fault.seq} ${fault.rowId} ${faultWords[fault.kind]}`);
    const bad = audit.faults.length + hours.faults.length + adoptions.faults.length + changes.faults.length;
    say(bad === 0 ? '✓ 全部相符 · all of it holds' : `✗ ${bad} 处不符 · places do not hold`);
    return bad === 0 ? 0 : 1;
  },
};
