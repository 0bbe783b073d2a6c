import { parseStoryText, withoutForbidden } from '@xiangyin/document';
import type { Block, StoryText } from '@xiangyin/document';
import type { PastedBlock, PastedPicture } from '@xiangyin/document/from-html';
import { storePicture } from '#media';
import type { Actor } from '#platform/actor';
import { Refusal } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { Attachment } from 'postal-mime';
import { readDocxApart } from './read-docx-apart.ts';

/** What the Word files of a letter say, and which of them could be read. */
export interface Written {
  readonly blocks: readonly Block[];
  readonly names: readonly string[];
  /** The first words that stand as a heading, for a letter without a subject. */
  readonly title: string;
}

const mostFiles = 3;
const mostPictures = 20;

const isWord = ({ filename, mimeType }: Attachment): boolean =>
  /\.docx$/i.test(filename ?? '') || mimeType.endsWith('wordprocessingml.document');

/** Reads the Word files that came with a letter, one after the other; their pictures are stored. One that cannot be read is left out: it is kept in the library like any document. Never inside a transaction. */
export async function readLetterDocuments(
  ctx: Ctx,
  actor: Actor,
  attachments: readonly Attachment[],
  bytesOf: (one: Attachment) => Buffer,
): Promise<Written> {
  const blocks: Block[] = [];
  const names: string[] = [];
  for (const one of attachments.filter(isWord).slice(0, mostFiles)) {
    const read = await readDocxApart(bytesOf(one));
    const ready = await withPictures(ctx, actor, read ?? []);
    if (ready.length === 0 || !fits([...blocks, ...ready])) continue;
    blocks.push(...ready);
    names.push(withoutForbidden(one.filename ?? '').slice(0, 80));
  }
  return { blocks, names, title: headingOf(blocks[0]) || (names[0] ?? '').replace(/\.docx$/i, '') };
}

async function withPictures(ctx: Ctx, actor: Actor, read: readonly PastedBlock[]): Promise<Block[]> {
  const ready: Block[] = [];
  let pictures = 0;
  for (const block of read) {
    if (block.type !== 'picture') ready.push(block);
    else if ((pictures += 1) <= mostPictures) ready.push(...(await stored(ctx, actor, block)));
  }
  return ready;
}

async function stored(ctx: Ctx, actor: Actor, { src, alt, caption }: PastedPicture): Promise<Block[]> {
  const data = /^data:image\/[a-z]+;base64,([A-Za-z0-9+/=\s]+)$/.exec(src)?.[1];
  if (data === undefined) return [];
  try {
    const { hash, width, height } = await storePicture(ctx, actor, {
      bytes: Buffer.from(data, 'base64'),
      alt,
      credit: '',
    });
    return [{ type: 'figure', attrs: { hash, alt, caption, credit: '', width, height } }];
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
    return [];
  }
}

// What is too long for a story stays a document of the library: half of it would be worse than none.
const fits = (blocks: readonly Block[]): boolean =>
  parseStoryText(
    { v: versionOf(blocks), language: 'zh-CN', title: '', deck: '', body: { type: 'doc', content: [...blocks] } },
    { draft: true },
  ).ok;

/** The version of the text that holds these blocks: footnotes want the third, tables the second. */
export const versionOf = (blocks: readonly Block[]): StoryText['v'] => {
  const all = JSON.stringify(blocks);
  return all.includes('"type":"footnote"') ? 3 : all.includes('"type":"table"') ? 2 : 1;
};

const headingOf = (block: Block | undefined): string =>
  block?.type === 'heading' ? (block.content ?? []).map((one) => (one.type === 'text' ? one.text : '')).join('') : '';
