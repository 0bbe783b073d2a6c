import type { StoryText } from '@xiangyin/document';
import type { Tag } from '#platform/i18n';
import type { Tx } from '#platform/transaction';
import type { ShownMaterial } from '../page-contract.ts';
import { pathOf } from './address.ts';
import { materialsByHash } from './material-queries.ts';
import type { Material } from './material-queries.ts';
import { pageRecording } from './page-recording.ts';

/** The address by which a text names a material: `/materials/<hash>`, of a document with its ending. The hash is that of the file as it was sent, so a signature over the text covers it. */
export const hashInHref = (href: string): string | undefined =>
  /^\/materials\/([0-9a-f]{64})(?:\.[a-z]{2,4})?$/.exec(href)?.[1];

/** The hashes of the materials that a text links to anywhere, each once, in their order. */
export const materialsLinked = (text: StoryText): string[] =>
  // Quotation marks in words are written with a backslash, so only an address looks like this.
  [
    ...new Set(
      [...JSON.stringify(text.body).matchAll(/"href":"([^"\\]+)"/g)].flatMap(([, href = '']) => hashInHref(href) ?? []),
    ),
  ];

/** The materials that a text links to as pages show them, by hash; what is said of them in this language. */
export async function shownMaterials(tx: Tx, tag: Tag, text: StoryText): Promise<Map<string, ShownMaterial>> {
  const hashes = materialsLinked(text);
  const materials = await materialsByHash(tx, hashes);
  return new Map(
    hashes.flatMap((hash): [string, ShownMaterial][] => {
      const material = materials.get(hash);
      return material ? [[hash, shownMaterial(tx, tag, material)]] : [];
    }),
  );
}

/** A material as pages show it, and other programs are told of it. */
export const shownMaterial = (tx: Tx, tag: Tag, material: Material): ShownMaterial => ({
  title: material.title || material.name,
  caption: material.caption,
  credit: material.credit,
  rightsHolder: material.rightsHolder,
  licence: material.licence,
  machine: material.machine && {
    mark: material.machine,
    // 人工智能生成合成内容标识办法 (2025) art. 4: who hears, watches or opens it is told beside it.
    words: tx.ctx.app.wording.say(tag, `media.machine.${material.kind}.${material.machine}`),
  },
  document:
    material.kind === 'document'
      ? { href: pathOf(material, 'document') ?? '', name: material.name, bytes: material.bytes }
      : null,
  otherwise: otherwise(tx, tag, material),
  transcript: material.transcript.split(/\n+/).filter((line) => line.trim() !== ''),
  recording: pageRecording(material),
});

function otherwise(tx: Tx, tag: Tag, { kind, hash, describedBy, transcript }: Material): ShownMaterial['otherwise'] {
  const ways: { kind: 'described' | 'written'; href: string }[] = [
    ...(describedBy ? [{ kind: 'described' as const, href: `/materials/${describedBy}` }] : []),
    ...(kind !== 'document' && transcript.trim() !== ''
      ? [{ kind: 'written' as const, href: `/materials/${hash}#transcript` }]
      : []),
  ];
  return ways.map((way) => ({ ...way, words: tx.ctx.app.wording.say(tag, `media.otherwise.${way.kind}`) }));
}
