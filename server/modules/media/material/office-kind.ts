import type { FileHandle } from 'node:fs/promises';
import { refuse } from '#platform/refuse';

interface OfficeKind {
  readonly mediaType: string;
  readonly extension: string;
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** Part of the archive that makes it what it is. */
const byPart: readonly (readonly [string, OfficeKind])[] = [
  ['word/document.xml', { mediaType: `${openXml}.wordprocessingml.document`, extension: 'docx' }],
  ['xl/workbook.xml', { mediaType: `${openXml}.spreadsheetml.sheet`, extension: 'xlsx' }],
  ['ppt/presentation.xml', { mediaType: `${openXml}.presentationml.presentation`, extension: 'pptx' }],
];
const byMimetype: readonly (readonly [string, OfficeKind])[] = [
  [`${openDocument}.text`, { mediaType: `${openDocument}.text`, extension: 'odt' }],
  [`${openDocument}.spreadsheet`, { mediaType: `${openDocument}.spreadsheet`, extension: 'ods' }],
  [`${openDocument}.presentation`, { mediaType: `${openDocument}.presentation`, extension: 'odp' }],
];
/** Streams of the older format, in which Word and WPS wrote before 2007. */
const byStream: readonly (readonly [string, OfficeKind])[] = [
  ['WordDocument', { mediaType: 'application/msword', extension: 'doc' }],
  ['Workbook', { mediaType: 'application/vnd.ms-excel', extension: 'xls' }],
  ['PowerPoint Document', { mediaType: 'application/vnd.ms-powerpoint', extension: 'ppt' }],
];

/** Which office file it is. One with a program in it is refused: readers open what we hand out. Refuses: UnsupportedMediaType (415), DocumentWithMacros (422). */
export const officeKind = (file: FileHandle, container: 'zip' | 'ole'): Promise<OfficeKind> =>
  container === 'zip' ? zipKind(file) : oleKind(file);

async function zipKind(file: FileHandle): Promise<OfficeKind> {
  const names = await namesInside(file);
  if (names.some((name) => /(^|\/)vba(Project|Data)\.|^Basic\//i.test(name))) refuse('DocumentWithMacros');
  const found = byPart.find(([part]) => names.includes(part))?.[1];
  return found ?? (await openDocumentKind(file)) ?? refuse('UnsupportedMediaType', { expected: 'upload' });
}

/** The names of an archive's entries, from its directory at the end ("APPNOTE", 4.3.12 and 4.3.16); none where there is no such directory. Nothing is unpacked. */
async function namesInside(file: FileHandle): Promise<string[]> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - 65_557), 65_557);
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 20 > tail.length) return [];
  const directory = await readAt(file, tail.readUInt32LE(end + 16), Math.min(tail.readUInt32LE(end + 12), 4_000_000));
  const names: string[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.toString('latin1', at, at + 4) === 'PK\x01\x02';) {
    const length = directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

// Its first entry is named `mimetype` and not compressed (OpenDocument 1.3, part 2, §3.3).
async function openDocumentKind(file: FileHandle): Promise<OfficeKind | undefined> {
  const head = (await readAt(file, 0, 200)).toString('latin1');
  return byMimetype.find(([type]) => new RegExp(`mimetype${type}PK`).test(head))?.[1];
}

async function oleKind(file: FileHandle): Promise<OfficeKind> {
  const wanted = ['_VBA_PROJECT', ...byStream.map(([name]) => name)];
  const has = await textsInside(file, wanted);
  if (has.has('_VBA_PROJECT')) refuse('DocumentWithMacros');
  return byStream.find(([name]) => has.has(name))?.[1] ?? refuse('UnsupportedMediaType', { expected: 'upload' });
}

// Names of streams stand in UTF-16 somewhere in the file.
async function textsInside(file: FileHandle, wanted: readonly string[]): Promise<Set<string>> {
  const step = 1_048_576;
  const overlap = 64;
  const found = new Set<string>();
  for (let at = 0; ; at += step - overlap) {
    const part = await readAt(file, at, step);
    for (const text of wanted) if (part.includes(Buffer.from(text, 'utf16le'))) found.add(text);
    if (part.length < step) return found;
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}
