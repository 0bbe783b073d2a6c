import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { storyFromHtml, type PastedBlock } from '../from-html/index.ts';
import { DocxFault } from './docx-fault.ts';

/** What the reader does not know by itself. */
const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote > p:fresh"];

const mostBytes = 40_000_000;
const mostParts = 2_000;
const mostXml = 12_000_000;
const mostUnpacked = 120_000_000;

/** Signs of the private area around words that Word tracks as put in or taken out: from `readDocx` to whoever marks them, and nowhere else. */
export const trackedSigns = {
  inserted: ['\ue0f1', '\ue0f2'],
  deleted: ['\ue0f3', '\ue0f4'],
} as const;

/** Whether a Word file holds changes that Word tracks. Throws DocxFault. */
export const isTracked = (file: Uint8Array): boolean =>
  /<w:(?:ins|del)\s[^>]*[^/>]>/.test(strFromU8(partsOf(file)[documentName] ?? new Uint8Array()));

/** What a Word file says, as blocks that a story may hold, with its pictures. Changes that Word tracks read as accepted or, when asked, stand between `trackedSigns`.
 *  Measured before it is unpacked; a hostile file may still take time, so a server reads it in a process of its own. Throws DocxFault. */
export async function readDocx(
  file: Uint8Array<ArrayBuffer>,
  { tracked = false }: { tracked?: boolean } = {},
): Promise<readonly PastedBlock[]> {
  const parts = partsOf(file);
  const main = parts[documentName];
  if (tracked && main) parts[documentName] = strToU8(signed(strFromU8(main)));
  const whole = zipSync(parts, { level: 0 });
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

// The reader leaves out what is taken out; here both are words between signs. A tag that closes itself is about a break, which reads as accepted.
function signed(xml: string): string {
  const sign = (one: string): string => `<w:r><w:t xml:space="preserve">${one}</w:t></w:r>`;
  return xml
    .replaceAll(/<w:ins\s[^>]*[^/>]>/g, (tag) => tag + sign(trackedSigns.inserted[0]))
    .replaceAll('</w:ins>', `${sign(trackedSigns.inserted[1])}</w:ins>`)
    .replaceAll(/<w:del\s[^>]*[^/>]>/g, (tag) => tag.replace('<w:del', '<w:ins') + sign(trackedSigns.deleted[0]))
    .replaceAll('</w:del>', `${sign(trackedSigns.deleted[1])}</w:ins>`)
    .replaceAll(/<(\/?)w:delText\b/g, '<$1w:t');
}

const documentName = 'word/document.xml';

// The reader would unpack whatever the file holds. This one gives each part no more room than the file says it needs, so that what is handed on is what was measured.
function partsOf(file: Uint8Array): Record<string, Uint8Array> {
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
        isWord ||= name === documentName;
        return !isTooLarge;
      },
    });
    if (!isTooLarge && isWord) return kept;
  } catch (error) {
    throw new DocxFault('unreadable', error);
  }
  throw new DocxFault(isTooLarge ? 'tooLarge' : 'unreadable');
}
