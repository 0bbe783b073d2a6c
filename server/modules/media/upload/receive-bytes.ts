import type { Readable } from 'node:stream';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { found, refuse, Refusal } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { largestOf, readKind, refuseUseless } from '../material/kind-of-file.ts';
import { checkedBytes, keptMilliseconds, pieceBytes, sendersAtOnce, sendersOfOne } from './limits.ts';
import { noteRefused } from './settle-upload.ts';
import { ownUpload, uploadForUpdate } from './upload-queries.ts';
import type { Upload } from './upload-queries.ts';

/** Bytes of an upload as they come, from the one at `offset` on. */
export interface SentBytes {
  readonly offset: number;
  readonly bytes: Readable;
  /** Whether they are the right ones; null where the sender gave no checksum. */
  readonly areRight: ((bytes: Buffer) => boolean) | null;
}

let senders = 0;
const sendersOf = new Map<string, number>();

/** Takes the next bytes of an upload and keeps them piece by piece; what came before a line broke stays. Of two who send the same bytes at once one is told where the other stands.
 *  Not to be called inside a transaction: it writes files. Refuses: UploadMoved (409), TooLarge (413), UnsupportedMediaType (415) by the first bytes, ChecksumMismatch (460), Unavailable (503) while too many send, or this person sends too much at once, DiskFull (507). */
export async function receiveBytes(ctx: Ctx, actor: Actor, id: string, sent: SentBytes): Promise<Upload> {
  const upload = await ctx.transaction((tx) => ownUpload(tx, actor.id, id));
  mustGoOnAt(upload, sent.offset);
  const leave = takePlace(`${ctx.county.id} ${actor.id}`);
  try {
    await (sent.areRight
      ? takeChecked(ctx, actor, upload, sent, sent.areRight)
      : takeAsItComes(ctx, actor, upload, sent));
  } finally {
    leave();
  }
  return ctx.transaction((tx) => ownUpload(tx, actor.id, id));
}

// One of the places for senders: a few of them for one person, so that who sends much leaves room for the others.
function takePlace(sender: string): () => void {
  const own = sendersOf.get(sender) ?? 0;
  if (senders >= sendersAtOnce || own >= sendersOfOne) refuse('Unavailable', { retryAfterSeconds: 3 });
  senders += 1;
  sendersOf.set(sender, own + 1);
  return () => {
    senders -= 1;
    const left = (sendersOf.get(sender) ?? 1) - 1;
    if (left > 0) sendersOf.set(sender, left);
    else sendersOf.delete(sender);
  };
}

function mustGoOnAt(upload: Upload, offset: number): void {
  if (upload.refusal !== null && upload.arrived === 0) refuse(upload.refusal, upload.refusalDetail ?? {});
  if (upload.state !== 'sending' || upload.arrived !== offset) refuse('UploadMoved', { arrived: upload.arrived });
}

async function takeAsItComes(ctx: Ctx, actor: Actor, upload: Upload, { offset, bytes }: SentBytes): Promise<void> {
  let at = offset;
  let waiting: Buffer[] = [];
  let size = 0;
  const keep = async (): Promise<void> => {
    if (size === 0) return;
    const piece = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    await keepPiece(ctx, actor, upload, at, piece);
    at += piece.length;
  };
  try {
    for await (const chunk of unbroken(bytes)) {
      waiting.push(chunk);
      size += chunk.length;
      if (at + size > upload.bytes) refuse('TooLarge', { bytes: upload.bytes });
      if (size >= pieceBytes) await keep();
    }
  } catch (error) {
    // The line broke: what has come is kept, and the sender goes on from there.
    if (bytes.errored) await keep();
    throw error;
  }
  await keep();
}

async function takeChecked(
  ctx: Ctx,
  actor: Actor,
  upload: Upload,
  { offset, bytes }: SentBytes,
  areRight: (bytes: Buffer) => boolean,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unbroken(bytes)) {
    chunks.push(chunk);
    size += chunk.length;
    if (offset + size > upload.bytes || size > checkedBytes) refuse('TooLarge', { bytes: checkedBytes });
  }
  const whole = Buffer.concat(chunks);
  if (!areRight(whole)) refuse('ChecksumMismatch');
  if (size > 0) await keepPiece(ctx, actor, upload, offset, whole);
}

// A refusal in the middle of the bytes must still reach their sender: leaving an ordinary loop would tear the connection down.
const unbroken = (bytes: Readable): AsyncIterable<Buffer> =>
  bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;

async function keepPiece(ctx: Ctx, actor: Actor, upload: Upload, from: number, bytes: Buffer): Promise<void> {
  if (from === 0) await firstOfUse(ctx, actor, upload, bytes);
  const piece = newId();
  await ctx.app.files.putPiece(ctx.county.id, upload.id, piece, bytes);
  try {
    await ctx.transaction((tx) => recordPiece(tx, upload.id, { id: piece, from, bytes: bytes.length }));
  } catch (error) {
    // Given up meanwhile: nobody else comes to clear its pieces away.
    if (error instanceof Refusal && error.code === 'NotFound')
      await ctx.app.files.removePieces(ctx.county.id, upload.id);
    throw error;
  }
}

// What it is never changes, so the upload ends here, and its sender sees why wherever they look for it.
async function firstOfUse(ctx: Ctx, actor: Actor, upload: Upload, first: Buffer): Promise<void> {
  try {
    mustBeOfUse(upload, first);
  } catch (error) {
    if (error instanceof Refusal) await ctx.transaction((tx) => noteRefusedAtOnce(tx, actor, upload.id, error));
    throw error;
  }
}

// Of two who send the first bytes at once, one may have sent better ones: then those stay.
async function noteRefusedAtOnce(tx: Tx, actor: Actor, id: string, refusal: Refusal): Promise<void> {
  const upload = await uploadForUpdate(tx, id);
  if (upload?.state === 'sending' && upload.arrived === 0) await noteRefused(tx, actor, id, refusal);
}

// Told by the first bytes, so that nobody sends for an hour what will be refused.
function mustBeOfUse(upload: Upload, first: Buffer): void {
  if (first.length < 512 && first.length < upload.bytes) return;
  const kind = readKind(first) ?? refuseUseless(first);
  if (upload.bytes > largestOf(kind)) refuse('TooLarge', { megabytes: largestOf(kind) / 1024 / 1024 });
}

async function recordPiece(
  tx: Tx,
  uploadId: string,
  piece: { id: string; from: number; bytes: number },
): Promise<void> {
  const upload = found(await uploadForUpdate(tx, uploadId));
  mustGoOnAt(upload, piece.from);
  await tx.named(
    'media.record-piece',
    'insert into media.upload_pieces (county_id, upload_id, from_byte, id, bytes) values ($1, $2, $3, $4, $5)',
    [tx.countyId, uploadId, piece.from, piece.id, piece.bytes],
  );
  const arrived = piece.from + piece.bytes;
  await tx.named(
    'media.note-arrived',
    'update media.uploads set arrived = $3, state = $4, expires_at = $5 where county_id = $1 and id = $2',
    [
      tx.countyId,
      uploadId,
      arrived,
      arrived === upload.bytes ? 'arrived' : 'sending',
      new Date(tx.ctx.app.clock.now().getTime() + keptMilliseconds),
    ],
  );
}
