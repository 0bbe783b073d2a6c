import type { Block, StoryText } from '@xiangyin/document';
import type { Tx } from '#platform/transaction';
import type { PageRecording } from '../page-contract.ts';
import { materialsByHash } from './material-queries.ts';
import { pageRecording } from './page-recording.ts';

/** The address by which a text names a material: `/materials/<hash>`. The hash is that of the file as it was sent, so a signature over the text covers it. */
export const hashInHref = (href: string): string | undefined => /^\/materials\/([0-9a-f]{64})$/.exec(href)?.[1];

/** The hashes of the materials that a text links to, in their order. */
export function materialsIn(text: StoryText): string[] {
  return text.body.content.flatMap(linksIn).flatMap((href) => hashInHref(href) ?? []);
}

/** The hashes of every material that a text names, also in lists, tables and boxes. */
export const materialsNamed = (text: StoryText): string[] =>
  [...JSON.stringify(text).matchAll(/\/materials\/([0-9a-f]{64})/g)].flatMap(([, hash]) => hash ?? []);

// Only a paragraph of the text itself is played; one in a list or a box stays a link.
const linksIn = (block: Block): string[] =>
  block.type !== 'paragraph'
    ? []
    : (block.content ?? []).flatMap((node) =>
        node.type === 'text'
          ? (node.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))
          : [],
      );

/** The recordings that a text links to and that can be played, by hash. */
export async function recordingsIn(tx: Tx, text: StoryText): Promise<Map<string, PageRecording>> {
  const materials = await materialsByHash(tx, materialsIn(text));
  return new Map(
    [...materials.values()].flatMap((one): [string, PageRecording][] => {
      const recording = pageRecording(one);
      return recording ? [[one.hash, recording]] : [];
    }),
  );
}
