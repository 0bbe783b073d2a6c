import { pictureHashes, renderPlain } from '@xiangyin/document';
import { readOriginal } from '#media';
import type { Ctx } from '#platform/transaction';
import type { Dossier } from './collect-dossier.ts';
import { dossierPage } from './dossier-page.ts';
import type { BundleFile } from './seal-bundle.ts';
import { storyProof } from './story-proof.ts';

/** The folder of a story in a bundle. */
export const folderOf = ({ story }: Dossier): string => `stories/${story.slug ?? story.id}`;

/** A ZIP of this form ends at 4 GB, and whoever checks it reads it whole into memory (Node.js: 2 GB): so many bytes of it are pictures at most. */
const mostPictureBytes = 1_500 * 1024 * 1024;

/** The pictures of a bundle. */
export class BundlePictures {
  readonly given = new Set<string>();
  /** How many found no room: their hashes stand in the texts that were signed, and the dossier of their story alone brings them. */
  left = 0;
  #room: number;
  constructor(room = mostPictureBytes) {
    this.#room = room;
  }

  /** Whether there is room for one of so many bytes; then it is taken. */
  takes(bytes: number): boolean {
    if (bytes > this.#room) {
      this.left += 1;
      return false;
    }
    this.#room -= bytes;
    return true;
  }
}

/** A story's part of a bundle: the page for people, the proof for the verifier, the findings of the checks that were left as they are (ids, no names), each edition as plain text, its pictures as they were signed, each once in a bundle and as long as there is room. */
export async function* dossierFiles(
  ctx: Ctx,
  dossier: Dossier,
  madeAt: Date,
  pictures: BundlePictures,
): AsyncGenerator<BundleFile> {
  const folder = folderOf(dossier);
  yield { name: `${folder}/index.html`, bytes: Buffer.from(dossierPage(ctx, dossier, madeAt)) };
  yield { name: `${folder}/proof.json`, bytes: Buffer.from(JSON.stringify(storyProof(dossier.proof), null, 1)) };
  yield { name: `${folder}/dismissed-findings.json`, bytes: Buffer.from(JSON.stringify(dossier.dismissed, null, 1)) };
  for (const { number, text } of dossier.editions)
    yield { name: `${folder}/edition-${number}.txt`, bytes: Buffer.from(`${renderPlain(text)}\n`) };
  for (const hash of new Set(dossier.editions.flatMap((one) => pictureHashes(one.text)))) {
    if (pictures.given.has(hash)) continue;
    pictures.given.add(hash);
    const bytes = await readOriginal(ctx, hash);
    if (bytes && pictures.takes(bytes.length)) yield { name: `pictures/${hash}.jpg`, bytes };
  }
}
