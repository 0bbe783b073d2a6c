import type { Material } from './material-queries.ts';

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'image/jpeg': 'jpg',
};

const endingOf = (mediaType: string): string => endings[mediaType] ?? 'bin';

type Named = Pick<Material, 'hash' | 'kind' | 'mediaType' | 'name' | 'bytes' | 'files' | 'subtitles'>;

/** A file of a material under its public address. `saveAs` is the name that a document is saved under; null: it is played or shown where it stands. */
export interface PublicFile {
  readonly path: string;
  readonly part: string;
  readonly fileHash: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly saveAs: string | null;
}

/** The files of a material that readers may have: a document as it was sent; of sound and video what was made of it, never the original, which may say where and by whose device it was made.
 *  `/materials/<hash>.pdf`, `/materials/<hash>-480p.mp4`, `/materials/<hash>-zh-CN-<first of its own hash>.vtt`: subtitles may be mended, so their address changes with them. */
export function publicFiles(material: Named): PublicFile[] {
  const { hash, mediaType, name, bytes } = material;
  if (material.kind === 'document')
    return [
      {
        path: `/materials/${hash}.${endingOf(mediaType)}`,
        part: 'document',
        fileHash: hash,
        mediaType,
        bytes,
        saveAs: name,
      },
    ];
  return [
    ...material.files.map((file) => ({
      path: `/materials/${hash}-${file.name}-${file.fileHash.slice(0, 8)}.${endingOf(file.mediaType)}`,
      part: file.name,
      fileHash: file.fileHash,
      mediaType: file.mediaType,
      bytes: file.bytes,
      saveAs: null,
    })),
    ...material.subtitles.map((one) => ({
      path: `/materials/${hash}-${one.language}-${one.fileHash.slice(0, 8)}.vtt`,
      part: one.language,
      fileHash: one.fileHash,
      mediaType: 'text/vtt; charset=utf-8',
      bytes: one.bytes,
      saveAs: null,
    })),
  ];
}

/** The path of one of its files; null where there is none. */
export const pathOf = (material: Named, part: string): string | null =>
  publicFiles(material).find((file) => file.part === part)?.path ?? null;
