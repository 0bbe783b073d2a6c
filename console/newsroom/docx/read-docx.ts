import { unzipSync, zipSync } from 'fflate';
import { storyFromHtml, type PastedBlock } from '@xiangyin/document/from-html';

/** A file that is no Word document, or one larger than any text. */
export class DocxFault extends Error {
  readonly kind: 'unreadable' | 'tooLarge';
  constructor(kind: DocxFault['kind'], cause?: unknown) {
    super(kind, { cause });
    this.name = 'DocxFault';
    this.kind = kind;
  }
}

/** What the reader does not know by itself. */
const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote > p:fresh"];

const mostBytes = 40_000_000;
const mostParts = 2_000;
const mostXml = 12_000_000;
const mostUnpacked = 120_000_000;

/** What a Word file says, as blocks that a story may hold, with its pictures. Read on this very machine, and measured before it is unpacked: a bomb harms nobody. Throws DocxFault. */
export async function readDocx(file: Uint8Array<ArrayBuffer>): Promise<readonly PastedBlock[]> {
  const whole = repacked(file);
  const { convertToHtml } = await import('mammoth');
  try {
    // The reader in browsers asks for one, the one in Node for the other.
    const source = { arrayBuffer: whole.buffer, buffer: whole };
    const { value } = await convertToHtml(source, { styleMap });
    return storyFromHtml(value).blocks;
  } catch (error) {
    throw new DocxFault('unreadable', error);
  }
}

// The reader would unpack whatever the file holds. This one gives each part no more room than the file says it needs, so that what is handed on is what was measured.
function repacked(file: Uint8Array): Uint8Array<ArrayBuffer> {
  if (file.length > mostBytes) throw new DocxFault('tooLarge');
  let parts = 0;
  let unpacked = 0;
  let isTooLarge = false;
  let isWord = false;
  try {
    const kept = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        unpacked += originalSize;
        isTooLarge ||=
          parts > mostParts || unpacked > mostUnpacked || (/\.(xml|rels)$/i.test(name) && originalSize > mostXml);
        isWord ||= name === 'word/document.xml';
        return !isTooLarge;
      },
    });
    if (!isTooLarge && isWord) return zipSync(kept, { level: 0 });
  } catch (error) {
    throw new DocxFault('unreadable', error);
  }
  throw new DocxFault(isTooLarge ? 'tooLarge' : 'unreadable');
}
