import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import { placeOf, storyById } from '../story/story-queries.ts';
import { collectDossier } from './collect-dossier.ts';
import type { Dossier } from './collect-dossier.ts';
import { BundlePictures, dossierFiles } from './dossier-files.ts';
import { dossierPage } from './dossier-page.ts';
import { indexPage, lineOf } from './index-page.ts';
import { sealBundle } from './seal-bundle.ts';
import type { BundleFile } from './seal-bundle.ts';

/** One story's dossier as a signed ZIP. The taking is audited. Refuses: NotFound (404), Forbidden (403). */
export async function exportDossier(
  ctx: Ctx,
  actor: Actor,
  storyId: string,
): Promise<{ name: string; zip: AsyncIterable<Uint8Array> }> {
  const { dossier, madeAt } = await taken(ctx, actor, storyId);
  const files = async function* (): AsyncGenerator<BundleFile> {
    const pictures = new BundlePictures();
    yield* dossierFiles(ctx, dossier, madeAt, pictures);
    const page = await indexPage(ctx, { madeAt, lines: [lineOf(dossier)], picturesLeft: pictures.left });
    yield { name: 'index.html', bytes: Buffer.from(page) };
  };
  return {
    name: `xiangyin-${ctx.county.slug}-${dossier.story.slug ?? storyId}.zip`,
    zip: sealBundle(ctx, { madeAt }, files()),
  };
}

/** The same as one page to read and print. */
export async function printDossier(ctx: Ctx, actor: Actor, storyId: string): Promise<string> {
  const { dossier, madeAt } = await taken(ctx, actor, storyId);
  return dossierPage(ctx, dossier, madeAt);
}

const taken = (ctx: Ctx, actor: Actor, storyId: string): Promise<{ dossier: Dossier; madeAt: Date }> =>
  ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.verify', story);
    await audit(tx, actor, {
      act: 'story.export-dossier',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
    });
    return { dossier: await collectDossier(tx, story), madeAt: tx.at };
  });
