import { readFile, writeFile } from 'node:fs/promises';
import type { MaterialFile } from '../material/material-queries.ts';
import { imprintHash } from './imprint.ts';
import type { Imprint } from './imprint.ts';
import { imprintJpeg, withoutImprint } from './jpeg-imprint.ts';
import { imprintMp4 } from './mp4-imprint.ts';
import { xmpPacket } from './xmp.ts';

type Marks = Pick<Imprint, 'machine' | 'credit' | 'rightsHolder' | 'licence'>;

/** What the files of a recording say: where AI made or altered it, that it did, with credit and rights. Of others nothing: their files stay as they were made, whoever changes a title. */
const imprintOf = ({ machine, credit, rightsHolder, licence }: Marks): Imprint | null =>
  machine === null
    ? null
    : { machine, credit, rightsHolder, licence, title: '', caption: '', alt: '', takenOn: null, keywords: [] };

/** Tells whether the files say what the library says now; empty: they say nothing. */
export function recordingSaid(one: Marks): string {
  const imprint = imprintOf(one);
  return imprint ? imprintHash(imprint) : '';
}

/** Lets a converted file of this machine say of itself what the library says of the recording, in place of what it said before. */
export async function imprintRecording(
  path: string,
  { mediaType }: Pick<MaterialFile, 'mediaType'>,
  one: Marks,
): Promise<void> {
  const imprint = imprintOf(one);
  if (mediaType !== 'image/jpeg') return imprintMp4(path, imprint ? xmpPacket(imprint) : '');
  const plain = withoutImprint(await readFile(path));
  await writeFile(path, imprint ? imprintJpeg(plain, imprint) : plain);
}
