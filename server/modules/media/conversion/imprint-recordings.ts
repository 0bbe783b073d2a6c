import { stat } from 'node:fs/promises';
import { systemActor } from '#platform/actor';
import { emit } from '#platform/events';
import type { Ctx, Tx } from '#platform/transaction';
import { materialChanged } from '../events.ts';
import { imprintRecording, recordingSaid } from '../imprint/recording-imprint.ts';
import { materialById, materialIfThere } from '../material/material-queries.ts';
import type { Material, MaterialFile } from '../material/material-queries.ts';
import { inWorkFolder } from '../work-folder.ts';
import { recordFile } from './record-conversion.ts';

const by = systemActor('media.imprint-recordings');
const atOnce = 20;

/** Lets the converted files of recordings say what the library says of them by now, some at a time: nothing is encoded anew. Until then the earlier files serve, and whoever changes the words meanwhile has them said at the next turn. */
export async function imprintRecordings(ctx: Ctx, signal: AbortSignal = new AbortController().signal): Promise<void> {
  for (let done = 0; done < atOnce && !signal.aborted; done += 1) {
    const due = await ctx.transaction(nextDue);
    if (!due) return;
    await imprint(ctx, due).catch(async (error: unknown) => {
      const { id } = due;
      ctx.app.log.warn('the files of a recording could not be marked', {
        id,
        error: error instanceof Error ? error : undefined,
      });
      // One that cannot be is not tried for ever before all others.
      await ctx.transaction((tx) => noteImprint(tx, due));
    });
  }
}

async function nextDue(tx: Tx): Promise<Material | undefined> {
  const [row] = await tx.named<{ id: string }>(
    'media.next-imprint',
    `select id from media.materials where county_id = $1 and kind <> 'document' and state = 'ready' and imprinted_version is distinct from version
      order by made_at desc limit 1`,
    [tx.countyId],
  );
  return row && materialById(tx, row.id);
}

async function imprint(ctx: Ctx, material: Material): Promise<void> {
  const said = recordingSaid(material);
  const old = material.files.filter((file) => file.said !== said);
  const files = await inWorkFolder(ctx, `imprint-${material.id}`, (folder) =>
    inTurn(old, async (file): Promise<MaterialFile> => {
      const path = `${folder}/${file.name}`;
      await ctx.app.files.copyTo(ctx.county.id, file.fileHash, path);
      await imprintRecording(path, file, material);
      const { size } = await stat(path);
      return { ...file, said, bytes: size, fileHash: await ctx.app.files.putFile(ctx.county.id, path) };
    }),
  );
  const isDone = await ctx.transaction((tx) => record(tx, material, files));
  const gone = (isDone ? old : files).map(({ fileHash }) => fileHash);
  await forgetFiles(ctx, gone);
}

async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

// False: it was converted anew or removed meanwhile, and what was made of the earlier files is of no use.
async function record(tx: Tx, material: Material, files: readonly MaterialFile[]): Promise<boolean> {
  const now = await materialIfThere(tx, material.id);
  const hashes = (one: Material): string => one.files.map(({ fileHash }) => fileHash).join(' ');
  if (now?.state !== 'ready' || hashes(now) !== hashes(material)) return false;
  for (const file of files) await recordFile(tx, material.id, file);
  await noteImprint(tx, material);
  if (files.length > 0) await emit(tx, materialChanged, by, { materialId: material.id, hash: material.hash });
  return true;
}

const noteImprint = (tx: Tx, { id, version }: Material): Promise<unknown> =>
  tx.named('media.note-imprint', 'update media.materials set imprinted_version = $3 where county_id = $1 and id = $2', [
    tx.countyId,
    id,
    version,
  ]);

// A file is named by its bytes: another recording may have the same.
async function forgetFiles(ctx: Ctx, fileHashes: readonly string[]): Promise<void> {
  if (fileHashes.length === 0) return;
  const rows = await ctx.transaction((tx) =>
    tx.named<{ hash: string }>(
      'media.recording-files-in-use',
      'select file_hash as hash from media.material_files where county_id = $1 and file_hash = any($2)',
      [tx.countyId, fileHashes],
    ),
  );
  const inUse = new Set(rows.map((row) => row.hash));
  for (const hash of fileHashes) if (!inUse.has(hash)) await ctx.app.files.remove(ctx.county.id, hash);
}
