import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '#platform/actor';
import { alone } from '#platform/alone';
import { emit } from '#platform/events';
import { found, refuse, Refusal } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { MediaKind } from '../contract.ts';
import { uploadSettled } from '../events.ts';
import { kindOfFile, largestOf } from '../material/kind-of-file.ts';
import { storeMaterial } from '../material/store-material.ts';
import { storePicture } from '../picture/store-picture.ts';
import { inWorkFolder } from '../work-folder.ts';
import { piecesOf, uploadForUpdate } from './upload-queries.ts';
import type { Upload } from './upload-queries.ts';

interface Became {
  readonly kind: MediaKind;
  readonly subject: string;
}

/** Puts the pieces of an upload that has arrived together, and the whole where it belongs: a picture among the pictures, everything else among the materials. Refused for what it is, it says so; where the disk is full or the store away, it is tried again later.
 *  Harmless twice, and done by one process at a time. Not to be called inside a transaction. Refuses: DiskFull (507), Unavailable (503). */
export async function settleUpload(ctx: Ctx, actor: Actor, id: string): Promise<void> {
  await alone(ctx.app, `upload.${ctx.county.id}.${id}`, async () => {
    const upload = await ctx.transaction((tx) => uploadForUpdate(tx, id));
    if (upload?.state !== 'arrived') return;
    try {
      const became = await inWorkFolder(ctx, `upload-${id}`, (folder) =>
        putAway(ctx, actor, upload, `${folder}/whole`),
      );
      if (!(await ctx.transaction((tx) => noteKept(tx, actor, id, became)))) return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error;
      await ctx.transaction((tx) => noteRefused(tx, actor, id, error));
    }
    await ctx.app.files.removePieces(ctx.county.id, id);
  });
}

async function putAway(ctx: Ctx, actor: Actor, upload: Upload, path: string): Promise<Became> {
  await putTogether(ctx, upload, path);
  const kind = await kindOfFile(path);
  if (upload.bytes > largestOf(kind)) refuse('TooLarge', { megabytes: largestOf(kind) / 1024 / 1024 });
  if (kind.kind !== 'picture') return storeMaterial(ctx, actor, { ...upload, path, kind });
  const { alt, caption, credit, placeId, machine } = upload;
  const picture = await storePicture(ctx, actor, {
    bytes: await readFile(path),
    alt,
    caption,
    credit,
    placeId,
    machine,
  });
  return { kind: 'picture', subject: picture.hash };
}

async function putTogether(ctx: Ctx, upload: Upload, path: string): Promise<void> {
  const pieces = await ctx.transaction((tx) => piecesOf(tx, upload.id));
  try {
    for (const piece of pieces) {
      const bytes = found(await ctx.app.files.openPiece(ctx.county.id, upload.id, piece.id));
      await pipeline(bytes, createWriteStream(path, { flags: 'a' }));
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') refuse('DiskFull');
    throw error;
  }
}

// False: the same file was in the library, and somebody removed it meanwhile. Its pieces are still here, and at the next turn it is put away anew.
async function noteKept(tx: Tx, actor: Actor, id: string, { kind, subject }: Became): Promise<boolean> {
  const there = await tx.named(
    `media.became-${kind === 'picture' ? kind : 'material'}`,
    kind === 'picture'
      ? 'select 1 from media.pictures where county_id = $1 and hash = $2 for key share'
      : 'select 1 from media.materials where county_id = $1 and id = $2 for key share',
    [tx.countyId, subject],
  );
  if (there.length === 0) return false;
  await note(tx, actor, id, { state: 'kept', kind, subject, refusal: null, detail: null });
  return true;
}

/** Ends an upload: nothing could be made of it, and its sender reads why. */
export const noteRefused = (tx: Tx, actor: Actor, id: string, { code, detail }: Refusal): Promise<void> =>
  note(tx, actor, id, { state: 'refused', kind: null, subject: null, refusal: code, detail });

async function note(
  tx: Tx,
  actor: Actor,
  id: string,
  end: { state: string; kind: MediaKind | null; subject: string | null; refusal: string | null; detail: unknown },
): Promise<void> {
  await tx.named(
    'media.settle-upload',
    'update media.uploads set state = $3, kind = $4, subject = $5, refusal = $6, refusal_detail = $7 where county_id = $1 and id = $2',
    [tx.countyId, id, end.state, end.kind, end.subject, end.refusal, end.detail && JSON.stringify(end.detail)],
  );
  await tx.named('media.forget-pieces', 'delete from media.upload_pieces where county_id = $1 and upload_id = $2', [
    tx.countyId,
    id,
  ]);
  await emit(tx, uploadSettled, actor, { uploadId: id });
}
