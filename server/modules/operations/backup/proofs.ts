import { verifyAdoptions, verifyChanges, verifyStories } from '#newsroom';
import { faultWords } from '#platform/check-chain';
import type { App } from '#platform/app';
import { sealWaitingRows } from '#platform/seals';
import { inCounty } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { verifyHours } from '#volunteering';
import { verifyAuditChain } from '../audit/verify-chain.ts';

/** The stories whose signatures are checked: those signed last. Chains are checked whole. */
const mostStories = 500;

/** What was proven of a restored database, in words, and what did not hold. */
export interface Proofs {
  readonly held: readonly string[];
  readonly faults: readonly string[];
}

/** Checks every chain of every county, link by link, and the signatures of the stories signed last. Every row and every byte of a file was counted on its way in. */
export async function proveRecords(app: App): Promise<Proofs> {
  const all: Proofs[] = [];
  for (const county of app.counties.all()) all.push(await inCounty(app, county, proveCounty));
  return { held: all.flatMap(({ held }) => held), faults: all.flatMap(({ faults }) => faults) };
}

/** Checks every chain of one county, and the signatures of the stories signed last. */
export async function proveCounty(ctx: Ctx): Promise<Proofs> {
  while ((await sealWaitingRows(ctx)) > 0);
  const chains = [
    ['审计链 · chain of audit', await verifyAuditChain(ctx)],
    ['时长链 · chain of hours', await verifyHours(ctx)],
    ['采用链 · chain of adoptions', await verifyAdoptions(ctx)],
    ['变动链 · chain of changes', await verifyChanges(ctx)],
  ] as const;
  const { stories, signatures, faults } = await verifyStories(ctx, mostStories);
  const { slug } = ctx.county;
  return {
    held: [
      ...chains.map(([name, { rows, heads }]) => `${slug}: ${name}: ${rows} 行 rows, ${heads} 个链头 heads`),
      `${slug}: 稿件签名 · signatures of stories: ${stories} 篇 stories, ${signatures} 个 signatures`,
    ],
    faults: [
      ...chains.flatMap(([name, report]) =>
        report.faults.slice(0, 20).map(({ seq, kind }) => `${slug}: ${name} #${seq}: ${faultWords[kind]}`),
      ),
      ...faults.map((id) => `${slug}: 稿件签名不对 · signatures of a story do not hold: ${id}`),
    ],
  };
}
