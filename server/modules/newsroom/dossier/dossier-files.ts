import { pictureHashes, renderPlain } from '@xiangyin/document';
import { readOriginal } from '#media';
import type { Ctx } from '#platform/transaction';
import type { Dossier } from './collect-dossier.ts';
import { dossierPage } from './dossier-page.ts';
import type { BundleFile } from './seal-bundle.ts';
import { storyProof } from './story-proof.ts';

/** The folder of a story in a bundle. */
export const folderOf = ({ story }: Dossier): string => `stories/${story.slug ?? story.id}`;

/** A story's part of a bundle: the page for people, the proof for the verifier, the findings of the checks that were left as they are (ids, no names), each edition as plain text, its pictures as they were signed. `given` holds the pictures that the bundle has already. */
export async function* dossierFiles(
  ctx: Ctx,
  dossier: Dossier,
  madeAt: Date,
  given: Set<string>,
): AsyncGenerator<BundleFile> {
  const folder = folderOf(dossier);
  yield { name: `${folder}/index.html`, bytes: Buffer.from(dossierPage(ctx, dossier, madeAt)) };
  yield { name: `${folder}/proof.json`, bytes: Buffer.from(JSON.stringify(storyProof(dossier.proof), null, 1)) };
  yield { name: `${folder}/dismissed-findings.json`, bytes: Buffer.from(JSON.stringify(dossier.dismissed, null, 1)) };
  for (const { number, text } of dossier.editions)
    yield { name: `${folder}/edition-${number}.txt`, bytes: Buffer.from(`${renderPlain(text)}\n`) };
  for (const hash of new Set(dossier.editions.flatMap((one) => pictureHashes(one.text)))) {
    if (given.has(hash)) continue;
    given.add(hash);
    const bytes = await readOriginal(ctx, hash);
    if (bytes) yield { name: `pictures/${hash}.jpg`, bytes };
  }
}
