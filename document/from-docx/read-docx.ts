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

/** The same at the beginning of a row or a cell of a table that Word tracks as put in or taken out whole. */
export const trackedTableSigns = {
  row: { inserted: '\ue0f5', deleted: '\ue0f6' },
  cell: { inserted: '\ue0f7', deleted: '\ue0f8' },
} as const;

/** Whether a Word file holds changes that Word tracks. Throws DocxFault. */
export function isTracked(file: Uint8Array): boolean {
  const xml = strFromU8(partsOf(file)[documentName] ?? new Uint8Array());
  return /<w:(?:ins|del)\s[^>]*[^/>]>/.test(xml) || signedTables(xml) !== xml;
}

/** What a Word file says, as blocks that a story may hold, with its pictures. Changes that Word tracks read as accepted or, when asked, stand between `trackedSigns`.
 *  Measured before it is unpacked; a hostile file may still take time, so a server reads it in a process of its own. Throws DocxFault. */
export async function readDocx(
  file: Uint8Array<ArrayBuffer>,
  { tracked = false }: { tracked?: boolean } = {},
): Promise<readonly PastedBlock[]> {
  const parts = partsOf(file);
  const main = parts[documentName];
  if (main) parts[documentName] = strToU8(tracked ? signed(strFromU8(main)) : withoutTakenCells(strFromU8(main)));
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

const sign = (one: string): string => `<w:r><w:t xml:space="preserve">${one}</w:t></w:r>`;

// The reader leaves out what is taken out; here both are words between signs. A tag that closes itself is about a break, which reads as accepted, or about a row.
function signed(xml: string): string {
  return signedTables(xml)
    .replaceAll(/<w:ins\s[^>]*[^/>]>/g, (tag) => tag + sign(trackedSigns.inserted[0]))
    .replaceAll('</w:ins>', `${sign(trackedSigns.inserted[1])}</w:ins>`)
    .replaceAll(/<w:del\s[^>]*[^/>]>/g, (tag) => tag.replace('<w:del', '<w:ins') + sign(trackedSigns.deleted[0]))
    .replaceAll('</w:del>', `${sign(trackedSigns.deleted[1])}</w:ins>`)
    .replaceAll(/<(\/?)w:delText\b/g, '<$1w:t');
}

function signedTables(xml: string): string {
  const { row, cell } = trackedTableSigns;
  const rows = signedAt(xml, 'w:trPr', [
    [/<w:ins\s[^>]*\/>/, row.inserted],
    [/<w:del\s[^>]*\/>/, row.deleted],
  ]);
  return signedAt(rows, 'w:tcPr', [
    [/<w:cellIns\s[^>]*\/>/, cell.inserted],
    [/<w:cellDel\s[^>]*\/>/, cell.deleted],
  ]);
}

// What the properties of a row or cell say is taken from them, and its sign put at the beginning of the words that follow.
function signedAt(xml: string, tag: 'w:trPr' | 'w:tcPr', kinds: readonly (readonly [RegExp, string])[]): string {
  const [before = '', ...parts] = xml.split(`<${tag}>`);
  const signedParts = parts.map((part) => {
    const end = part.indexOf(`</${tag}>`);
    const said = part.slice(0, Math.max(0, end));
    const found = kinds.filter(([pattern]) => pattern.test(said));
    const kept = found.reduce((rest, [pattern]) => rest.replace(pattern, ''), said);
    return kept + withWords(part.slice(said.length), found.map(([, one]) => sign(one)).join(''));
  });
  return [before, ...signedParts].join(`<${tag}>`);
}

function withWords(xml: string, words: string): string {
  const start = words === '' ? null : /<w:p(?:\s[^>]*)?>/.exec(xml);
  if (!start) return xml;
  const [tag] = start;
  const inner = start.index + tag.length;
  if (tag.endsWith('/>')) return `${xml.slice(0, start.index)}${tag.slice(0, -2)}>${words}</w:p>${xml.slice(inner)}`;
  const at = inner + lengthOfProperties(xml.slice(inner));
  return xml.slice(0, at) + words + xml.slice(at);
}

// Those of a paragraph may hold what they were before a tracked change.
function lengthOfProperties(xml: string): number {
  if (!xml.startsWith('<w:pPr>')) return /^<w:pPr\s*\/>/.exec(xml)?.[0].length ?? 0;
  const end = xml.search(/<\/w:pPr>(?!<\/w:pPrChange>)/);
  return end === -1 ? 0 : end + '</w:pPr>'.length;
}

// Rows that are taken out the reader leaves out by itself, cells it does not.
function withoutTakenCells(xml: string): string {
  const open: { readonly from: number; isTaken: boolean }[] = [];
  let kept = '';
  let after = 0;
  for (const { 0: tag, index } of xml.matchAll(/<w:tc(?:\s[^>]*)?>|<\/w:tc>|<w:cellDel\s/g)) {
    if (tag === '<w:cellDel ') {
      const cell = open.at(-1);
      if (cell) cell.isTaken = true;
    } else if (tag !== '</w:tc>') open.push({ from: index, isTaken: false });
    else {
      const cell = open.pop();
      if (!cell?.isTaken || cell.from < after) continue;
      kept += xml.slice(after, cell.from);
      after = index + tag.length;
    }
  }
  return kept + xml.slice(after);
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
