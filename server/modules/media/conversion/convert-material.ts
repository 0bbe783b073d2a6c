import { open, stat } from 'node:fs/promises';
import { systemActor } from '#platform/actor';
import { found, refuse } from '#platform/refuse';
import { inCounty } from '#platform/transaction';
import type { Ctx, Tx } from '#platform/transaction';
import { loosen } from '../consent/loose-forms.ts';
import { imprintRecording, recordingSaid } from '../imprint/recording-imprint.ts';
import { readKind } from '../material/kind-of-file.ts';
import { materialIfThere } from '../material/material-queries.ts';
import type { Material, MaterialFile } from '../material/material-queries.ts';
import { recordConversion } from './record-conversion.ts';
import { inWorkFolder } from '../work-folder.ts';
import { convertFile } from './convert-file.ts';
import type { Converted } from './convert-file.ts';
import type { Source } from './ffmpeg.ts';
import type { Converter } from './find-converter.ts';
import type { ProgramLimits } from './run-program.ts';

/** What a conversion works with. */
export interface Means {
  readonly converter: Converter;
  readonly limits: ProgramLimits;
  readonly signal: AbortSignal;
}

const by = systemActor('media.convert');
/** How often it says how far it is, and hears whether somebody stopped it. */
const lookMilliseconds = 1_000;

/** Converts a recording and keeps what was made; when somebody stops or removes it meanwhile, nothing is. Not to be called inside a transaction.
 *  Refuses: RecordingUnreadable (422), RecordingTooLong (422), DiskFull (507), Unavailable (503). Throws ProgramFailed. */
export async function convertMaterial(ctx: Ctx, material: Material, { signal, ...means }: Means): Promise<void> {
  const stopping = new AbortController();
  let percent = 0;
  const looking = setInterval(() => void look(ctx, material.id, percent, stopping), lookMilliseconds);
  try {
    await inWorkFolder(ctx, `material-${material.id}`, async (folder) => {
      const source = await bring(ctx, material, `${folder}/original`);
      const bench = { ...means, folder, signal: AbortSignal.any([signal, stopping.signal]) };
      const converted = await convertFile(bench, source, (done) => (percent = done));
      const files = await keep(ctx, material, converted);
      await ctx.transaction((tx) => record(tx, material, converted, files));
    });
  } finally {
    clearInterval(looking);
  }
}

// In a ctx of its own: the conversion's may have a transaction open.
async function look(ctx: Ctx, id: string, percent: number, stopping: AbortController): Promise<void> {
  const rows = await inCounty(
    ctx.app,
    ctx.county,
    (own) =>
      own.transaction((tx) =>
        tx.named(
          'media.note-progress',
          `update media.materials set progress = $3 where county_id = $1 and id = $2 and state = 'converting' returning id`,
          [tx.countyId, id, percent],
        ),
      ),
    // A database that is away for a moment stops nothing.
  ).catch(() => ['unknown']);
  if (rows.length === 0) stopping.abort();
}

async function bring(ctx: Ctx, { hash }: Material, path: string): Promise<Source> {
  try {
    found((await ctx.app.files.copyTo(ctx.county.id, hash, path)) || undefined);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') refuse('DiskFull');
    throw error;
  }
  const file = await open(path, 'r');
  const head = Buffer.alloc(4_096);
  try {
    await file.read(head, 0, head.length, 0);
  } finally {
    await file.close();
  }
  const kind = readKind(head);
  return kind && 'format' in kind ? { path, format: kind.format } : refuse('RecordingUnreadable');
}

async function keep(ctx: Ctx, material: Material, { files }: Converted): Promise<MaterialFile[]> {
  const kept: MaterialFile[] = [];
  const said = recordingSaid(material);
  for (const { path, name, mediaType, width, height } of files) {
    if (said !== '') await imprintRecording(path, { mediaType }, material);
    const { size } = await stat(path);
    const fileHash = await ctx.app.files.putFile(ctx.county.id, path);
    kept.push({ name, fileHash, mediaType, bytes: size, width, height, said });
  }
  return kept;
}

async function record(
  tx: Tx,
  { id, version }: Material,
  converted: Converted,
  files: readonly MaterialFile[],
): Promise<void> {
  const material = await materialIfThere(tx, id);
  if (material?.state !== 'converting') {
    for (const { fileHash } of files) await loosen(tx, fileHash);
    return;
  }
  const { probed, seconds, peaks } = converted;
  await recordConversion(tx, by, material, { ...probed, seconds, peaks, files, imprintedVersion: version });
}
