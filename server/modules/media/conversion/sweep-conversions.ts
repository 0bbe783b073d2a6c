import { systemActor } from '#platform/actor';
import { alone } from '#platform/alone';
import { Refusal } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { materialIfThere } from '../material/material-queries.ts';
import type { Material } from '../material/material-queries.ts';
import { materialStates } from '../material/states.ts';
import { convertMaterial } from './convert-material.ts';
import { findConverter } from './find-converter.ts';
import { ProgramFailed } from './run-program.ts';
import type { ProgramLimits } from './run-program.ts';

/** One that breaks the program, or the machine, is not begun for ever. */
const mostTries = 3;
const by = systemActor('media.convert');

/** How far FFmpeg may go: four gigabytes of addresses (a video of 4K takes about one of memory). */
const usual: ProgramLimits = { milliseconds: 12 * 3_600_000, silentMilliseconds: 60_000, kilobytes: 4_000_000 };

/** Converts the recording that has waited longest, one in the whole installation at a time; one more at the next turn. What a process that is gone left half done is begun anew. */
export async function sweepConversions(
  ctx: Ctx,
  signal: AbortSignal = new AbortController().signal,
  limits: Partial<ProgramLimits> = {},
): Promise<void> {
  if (!(await ctx.transaction(nextDue))) return;
  await alone(ctx.app, 'media.convert', async () => {
    const due = await ctx.transaction(nextDue);
    if (!due) return;
    const converter = findConverter(ctx.app.settings);
    if (!converter) return ctx.transaction((tx) => noteProblem(tx, due, 'ConverterMissing'));
    const begun = await ctx.transaction((tx) => begin(tx, due));
    if (!begun) return;
    try {
      await convertMaterial(ctx, begun, { converter, signal, limits: { ...usual, ...limits } });
    } catch (error) {
      await ctx.transaction((tx) => end(tx, due, error, signal));
    }
  });
}

async function nextDue(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.named<{ id: string }>(
    'media.next-conversion',
    `select id from media.materials where county_id = $1 and state in ('waiting', 'converting') order by tries, made_at limit 1`,
    [tx.countyId],
  );
  return row?.id;
}

// Whoever holds the lock is alone: one that is being converted already was left by a process that is gone.
async function begin(tx: Tx, id: string): Promise<Material | undefined> {
  const material = await materialIfThere(tx, id);
  if (!material) return undefined;
  if (material.tries >= mostTries) {
    await fail(tx, material, 'ConversionBroke');
    return undefined;
  }
  if (material.state === 'waiting') await move(tx, materialStates, material, 'converting', { by });
  else if (material.state !== 'converting') return undefined;
  await tx.named(
    'media.begin-conversion',
    'update media.materials set tries = tries + 1, progress = 0, problem = null, problem_detail = null where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  return { ...material, state: 'converting' };
}

async function end(tx: Tx, id: string, error: unknown, signal: AbortSignal): Promise<void> {
  const material = await materialIfThere(tx, id);
  // Somebody stopped or removed it meanwhile.
  if (material?.state !== 'converting') return;
  if (signal.aborted) return putBack(tx, material);
  if (error instanceof Refusal && error.status < 500) return fail(tx, material, error.code, error.detail);
  tx.ctx.app.log.warn('a recording could not be converted', { id, error: error instanceof Error ? error : undefined });
  if (error instanceof ProgramFailed)
    return fail(tx, material, error.why === 'hung' ? 'ConversionHung' : 'ConversionBroke');
  // The disk is full, the store away: what is wrong is not the recording.
  await move(tx, materialStates, material, 'waiting', { by, detail: { again: true } });
  await noteProblem(tx, id, error instanceof Refusal ? error.code : 'Unexpected');
}

// The program stops: this try does not count, and the next start goes on.
async function putBack(tx: Tx, material: Material): Promise<void> {
  await move(tx, materialStates, material, 'waiting', { by });
  await tx.named(
    'media.put-back-conversion',
    'update media.materials set tries = greatest(0, tries - 1) where county_id = $1 and id = $2',
    [tx.countyId, material.id],
  );
}

async function fail(tx: Tx, material: Material, code: string, detail: Record<string, unknown> = {}): Promise<void> {
  await move(tx, materialStates, material, 'failed', { by, detail: { code } });
  await noteProblem(tx, material.id, code, detail);
}

async function noteProblem(tx: Tx, id: string, code: string, detail: Record<string, unknown> = {}): Promise<void> {
  await tx.named(
    'media.note-problem',
    'update media.materials set problem = $3, problem_detail = $4 where county_id = $1 and id = $2 and problem is distinct from $3',
    [tx.countyId, id, code, JSON.stringify(detail)],
  );
}
