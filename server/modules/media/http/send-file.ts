import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { wantedRange } from '#platform/http/range';
import { Raw } from '#platform/http/route';
import type { PageAnswer } from '#platform/page';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';

/** A stored file as a reader is given it. */
export interface SentFile {
  readonly fileHash: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Name to save it under; null: it is shown where it stands. */
  readonly saveAs: string | null;
  /** Everybody may have it, so that it may be kept on its way. */
  readonly isPublic: boolean;
}

/** Sends a file, or the part of it that a player asks for, without holding it in memory. Named by its content, it may be kept for ever. */
export async function sendFile(ctx: Ctx, request: FastifyRequest, file: SentFile): Promise<PageAnswer> {
  const tag = `"${file.fileHash}"`;
  const headers = { ...headersOf(file), etag: tag };
  if (request.headers['if-none-match']?.includes(tag)) return answer(304, file, Readable.from([]), headers);
  // A player that holds an older file must not be given parts of this one.
  const ifRange = request.headers['if-range'];
  const asked = ifRange === undefined || ifRange === tag ? request.headers.range : undefined;
  const range = wantedRange(asked, file.bytes);
  if (range === 'unsatisfiable')
    return answer(416, file, Readable.from([]), { ...headers, 'content-range': `bytes */${file.bytes}` });
  const part = range === 'whole' ? undefined : range;
  const length = part ? part.to - part.from + 1 : file.bytes;
  const body =
    request.method === 'HEAD' ? Readable.from([]) : found(await ctx.app.files.open(ctx.county.id, file.fileHash, part));
  return answer(part ? 206 : 200, file, body, {
    ...headers,
    'content-length': String(length),
    ...(part ? { 'content-range': `bytes ${part.from}-${part.to}/${file.bytes}` } : {}),
  });
}

const answer = (status: number, file: SentFile, body: Readable, headers: Record<string, string>): PageAnswer => ({
  stream: new Raw(file.mediaType, body, headers),
  status,
});

const headersOf = ({ saveAs, isPublic }: SentFile): Record<string, string> => ({
  'accept-ranges': 'bytes',
  'cache-control': isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store',
  'content-disposition':
    saveAs === null ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(saveAs).replace(/['()*]/g, '_')}`,
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-site',
});
