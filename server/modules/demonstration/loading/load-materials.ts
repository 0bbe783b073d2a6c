import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { storeMaterial } from '#media';
import { placeByCode } from '#places';
import { refuse } from '#platform/refuse';
import { demonstrationMaterials } from '../content/materials.ts';
import type { MaterialContent } from '../content/materials.ts';
import { placeByName } from '../content/places.ts';
import type { Teller } from './teller.ts';

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The documents of the library, each sent by whoever had it. The same file again is the same material, so a broken loading is simply begun anew. */
export async function loadMaterials(teller: Teller): Promise<void> {
  for (const one of demonstrationMaterials) if (!teller.has(`material:${one.key}`)) await send(teller, one);
}

async function send(
  teller: Teller,
  { key, name, placeName, by, hoursAgo, credit, lines }: MaterialContent,
): Promise<void> {
  teller.hoursAgo(hoursAgo);
  const { actor, place } = await teller.ctx.transaction(async (tx) => ({
    actor: await teller.actor(tx, by),
    place: placeByCode(tx, placeByName(placeName).code) ?? refuse('NotFound'),
  }));
  const folder = await mkdtemp(join(tmpdir(), 'xiangyin-materials-'));
  try {
    const bytes = wordFile(lines);
    const path = join(folder, 'sent');
    await writeFile(path, bytes);
    const { subject } = await storeMaterial(teller.ctx, actor, {
      path,
      kind: { kind: 'document', mediaType: wordDocument, extension: 'docx' },
      name,
      bytes: bytes.length,
      caption: '',
      credit,
      placeId: place.id,
    });
    await teller.once(`material:${key}`, () => Promise.resolve(subject));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const package_ = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

// The least that is a Word file (ECMA-376, part 2 §10 and part 1 §11.3.10), the same bytes at each loading.
function wordFile(lines: readonly string[]): Uint8Array {
  const paragraph = (line: string, at: number): string =>
    `<w:p><w:pPr><w:spacing w:after="240"/>${at === 0 ? '<w:jc w:val="center"/>' : ''}</w:pPr><w:r><w:rPr>${at === 0 ? '<w:b/>' : ''}<w:sz w:val="${at === 0 ? 36 : 24}"/></w:rPr><w:t>${line}</w:t></w:r></w:p>`;
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${wordDocument}.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${words}"><w:body>${lines.map(paragraph).join('')}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2026-01-01T00:00:00Z',
  });
}
