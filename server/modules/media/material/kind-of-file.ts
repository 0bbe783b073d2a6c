import { open } from 'node:fs/promises';
import { refuse } from '#platform/refuse';
import { documentBytes, largestBytes, pictureBytes } from '../upload/limits.ts';
import { officeKind } from './office-kind.ts';

/** What a file is by its bytes, whatever its name says. */
export type FileKind =
  | { readonly kind: 'picture' }
  | { readonly kind: 'document'; readonly mediaType: string; readonly extension: string }
  | Recording;

/** Sound or video. `kind` is a guess until it is looked into; `format` is FFmpeg's name of the only format in which it is read. */
export interface Recording {
  readonly kind: 'audio' | 'video';
  readonly mediaType: string;
  readonly format: string;
}

/** What its first bytes tell: for office files only that they are one. */
export type ReadKind =
  | { readonly kind: 'picture' }
  | { readonly kind: 'document'; readonly container: 'pdf' | 'zip' | 'ole' }
  | Recording;

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const png = Buffer.from('89504e470d0a1a0a', 'hex');
const headBytes = 4_096;

/** A telephone's own kind of picture, which nobody here can decode: it can be sent otherwise, and its owner must be told. */
export const isHeic = (head: Buffer): boolean =>
  head.toString('latin1', 4, 8) === 'ftyp' && heicBrand.test(head.toString('latin1', 8, 12));
const heicBrand = /^(hei[cxms]|hev[cx]|mif1|msf1)/;

/** Refuses: UnsupportedMediaType (415), with what could be sent instead. */
export function refuseUseless(head: Buffer): never {
  if (isHeic(head)) refuse('UnsupportedMediaType', { expected: 'heic' });
  refuse('UnsupportedMediaType', { expected: 'upload' });
}

/** What the first bytes of a file promise; undefined for nothing of use. */
export function readKind(head: Buffer): ReadKind | undefined {
  const says = (text: string, at = 0): boolean => head.toString('latin1', at, at + text.length) === text;
  if (says('\xff\xd8\xff') || head.subarray(0, 8).equals(png) || (says('RIFF') && says('WEBP', 8)))
    return { kind: 'picture' };
  if (says('%PDF-')) return { kind: 'document', container: 'pdf' };
  if (says('PK\x03\x04')) return { kind: 'document', container: 'zip' };
  if (head.subarray(0, 8).equals(ole)) return { kind: 'document', container: 'ole' };
  return recordingOf(head, says);
}

// Formats that hold the recording itself. Those that only name others (playlists) are not among them.
function recordingOf(head: Buffer, says: (text: string, at?: number) => boolean): Recording | undefined {
  if (says('ftyp', 4)) return isoFile(head.toString('latin1', 8, 12));
  if (['moov', 'mdat', 'wide', 'free'].some((box) => says(box, 4))) return video('video/quicktime', 'mov');
  if (says('\x1a\x45\xdf\xa3')) return video(head.includes('webm') ? 'video/webm' : 'video/x-matroska', 'matroska');
  if (says('RIFF') && says('AVI ', 8)) return video('video/x-msvideo', 'avi');
  if (says('RIFF') && says('WAVE', 8)) return audio('audio/wav', 'wav');
  if (says('OggS')) return audio('audio/ogg', 'ogg');
  if (says('fLaC')) return audio('audio/flac', 'flac');
  if (says('#!AMR')) return audio('audio/amr', 'amr');
  // Frame headers: ISO/IEC 13818-7 (ADTS) and 11172-3 (MPEG audio).
  const [first = 0, second = 0] = head;
  if (first === 0xff && (second & 0xf6) === 0xf0) return audio('audio/aac', 'aac');
  if (says('ID3') || (first === 0xff && (second & 0xe6) === 0xe2)) return audio('audio/mpeg', 'mp3');
  return undefined;
}

function isoFile(brand: string): Recording | undefined {
  if (brand.startsWith('M4A') || brand.startsWith('M4B')) return audio('audio/mp4', 'mov');
  if (heicBrand.test(brand) || brand === 'avif') return undefined;
  return video(brand.startsWith('qt') ? 'video/quicktime' : brand.startsWith('3g') ? 'video/3gpp' : 'video/mp4', 'mov');
}

const audio = (mediaType: string, format: string): Recording => ({ kind: 'audio', mediaType, format });
const video = (mediaType: string, format: string): Recording => ({ kind: 'video', mediaType, format });

/** The most bytes of such a file. */
export const largestOf = ({ kind }: Pick<ReadKind, 'kind'>): number =>
  kind === 'picture' ? pictureBytes : kind === 'document' ? documentBytes : largestBytes;

/** What a file of this machine is. Refuses: UnsupportedMediaType (415), DocumentWithMacros (422). */
export async function kindOfFile(path: string): Promise<FileKind> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await file.read(head, 0, headBytes, 0);
    const read = readKind(head.subarray(0, bytesRead)) ?? refuseUseless(head);
    if (read.kind !== 'document') return read;
    if (read.container === 'pdf') return { kind: 'document', mediaType: 'application/pdf', extension: 'pdf' };
    return { kind: 'document', ...(await officeKind(file, read.container)) };
  } finally {
    await file.close();
  }
}
