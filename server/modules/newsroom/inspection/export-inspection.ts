import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { collectDossier } from '../dossier/collect-dossier.ts';
import type { Dossier } from '../dossier/collect-dossier.ts';
import { BundlePictures, dossierFiles } from '../dossier/dossier-files.ts';
import { indexPage } from '../dossier/index-page.ts';
import type { IndexLine } from '../dossier/index-page.ts';
import { lineOf } from '../dossier/index-page.ts';
import { sealBundle } from '../dossier/seal-bundle.ts';
import type { BundleFile } from '../dossier/seal-bundle.ts';
import { storyById } from '../story/story-queries.ts';
import { inspectionById, storiesOfDays } from './inspection-queries.ts';
import type { Inspection } from './inspection-queries.ts';
import { mustInspect } from './must-inspect.ts';

/** The sample's dossiers as one signed ZIP, made while it is sent. The taking is audited. Refuses: NotFound (404). */
export async function exportInspection(
  ctx: Ctx,
  actor: Actor,
  id: string,
): Promise<{ name: string; zip: AsyncIterable<Uint8Array> }> {
  const { inspection, stories, madeAt } = await ctx.transaction(async (tx) => {
    mustInspect(tx, actor);
    const one = found(await inspectionById(tx, id));
    await audit(tx, actor, { act: 'inspection.export', noun: 'inspection', subjectId: one.id });
    return { inspection: one, stories: await storiesOfDays(tx, one.days), madeAt: tx.at };
  });
  const sample = sampleOf(inspection);
  return {
    name: `xiangyin-${ctx.county.slug}-${inspection.from}-${inspection.until}.zip`,
    zip: sealBundle(ctx, { madeAt, sample }, sampleFiles(ctx, inspection, stories, madeAt)),
  };
}

const sampleOf = ({ seed, from, until, candidates, days }: Inspection) => ({
  seed,
  from,
  until,
  candidates: [...candidates],
  days: [...days],
});

async function* sampleFiles(
  ctx: Ctx,
  inspection: Inspection,
  storyIds: readonly string[],
  madeAt: Date,
): AsyncGenerator<BundleFile> {
  const pictures = new BundlePictures();
  const lines: IndexLine[] = [];
  for (const storyId of storyIds) {
    // A transaction a story: signatures and editions never change, and a long export holds nothing open.
    const dossier: Dossier = await ctx.transaction(async (tx) => collectDossier(tx, await storyById(tx, storyId)));
    lines.push(lineOf(dossier));
    yield* dossierFiles(ctx, dossier, madeAt, pictures);
  }
  const page = await indexPage(ctx, { madeAt, lines, inspection, picturesLeft: pictures.left });
  yield { name: 'index.html', bytes: Buffer.from(page) };
}
