import { readFile } from 'node:fs/promises';
import { verifyAdoptions, verifyChanges } from '#newsroom';
import { verifyHours } from '#volunteering';
import { faultWords } from '#platform/check-chain';
import { checkKeptHeads } from '#platform/check-kept-heads';
import type { KeptHeadState } from '#platform/check-kept-heads';
import type { Command } from '#platform/manifest';
import { sealWaitingRows } from '#platform/seals';
import { chainHeads } from '../contract.ts';
import type { ChainHead } from '../contract.ts';
import { verifyAuditChain } from './verify-chain.ts';

const chains = [
  { name: '审计链 · audit chain', rows: '行 rows', verify: verifyAuditChain },
  { name: '时长链 · chain of hours', rows: '条 entries', verify: verifyHours },
  { name: '采用链 · chain of adoptions', rows: '条 entries', verify: verifyAdoptions },
  { name: '变动链 · chain of changes', rows: '条 entries', verify: verifyChanges },
] as const;

/** `cli audit verify`: checks every chain of the county, the audit, the ledger of hours, that of adoptions and the feed of changes, and their signed heads; and those that somebody kept elsewhere (`--heads`). */
export const auditVerify: Command = {
  name: 'audit verify',
  summary:
    '核对审计链、时长和采用的账、稿件变动记录，一个字节也不能变 · Check the chains of audit, hours, adoptions and changes, byte by byte',
  usage: 'audit verify [--county=<slug>] [--heads=<file kept from /api/v1/chain-heads>]',
  async run({ inCounty, say, flags }) {
    const file = flags['heads'];
    const kept = file === undefined ? [] : await readHeads(file);
    if (kept === null) {
      say(`${String(file)}: 不是从 /api/v1/chain-heads 存下的文件 · is no file kept from /api/v1/chain-heads`);
      return 2;
    }
    await inCounty((ctx) => sealWaitingRows(ctx));
    let bad = 0;
    for (const { name, rows, verify } of chains) {
      const report = await inCounty(verify);
      say(`${name}: ${report.rows} ${rows}, ${report.heads} 个签名链头 signed heads`);
      for (const fault of report.faults.slice(0, 50)) say(`✗ #${fault.seq} ${fault.rowId} ${faultWords[fault.kind]}`);
      bad += report.faults.length;
    }
    const states = await inCounty((ctx) => ctx.transaction((tx) => checkKeptHeads(tx, kept)));
    for (const [at, state] of states.entries())
      say(
        `${state === 'holds' ? '✓' : '✗'} ${kept[at]?.chain} #${kept[at]?.seq}（${kept[at]?.signedAt}）${keptWords[state]}`,
      );
    bad += states.filter((state) => state !== 'holds').length;
    say(bad === 0 ? '✓ 全部相符 · all of it holds' : `✗ ${bad} 处不符 · places do not hold`);
    return bad === 0 ? 0 : 1;
  },
};

const keptWords: Record<KeptHeadState, string> = {
  holds: '和存下的一致 · as it was kept',
  forged: '存下的签名不对 · the signature that was kept is false',
  cut: '链没有这么长了 · the chain no longer reaches so far',
  differs: '之前的记录被改写过 · what lies before it was rewritten',
};

async function readHeads(file: string | true): Promise<ChainHead[] | null> {
  if (file === true) return null;
  try {
    return chainHeads.parse(JSON.parse(await readFile(file, 'utf8'))).items;
  } catch {
    return null;
  }
}
