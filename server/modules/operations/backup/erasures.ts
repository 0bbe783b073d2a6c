import { mkdir, open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemActor } from '#platform/actor';
import type { App } from '#platform/app';
import { erasedId } from '#platform/erasure';
import { inCounty } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { backupFolder } from './backup-record.ts';

const erasure = z.object({ county: z.int(), noun: z.string(), subjectId: erasedId, at: z.iso.datetime() });
/** Something deleted at somebody's wish: ids and when it was wished, nothing else. */
export type Erasure = z.infer<typeof erasure>;

/** The list's name, beside archives wherever they lie. */
export const besideArchives = 'erasures.jsonl';

const listIn = (folder: string): string => join(folder, besideArchives);

/** Writes a deletion into the list beside the archives, which outlives the database. Written twice it is done once. */
export async function noteErasure(
  ctx: Ctx,
  { noun, subjectId, at }: { readonly noun: string; readonly subjectId: string; readonly at: Date },
): Promise<void> {
  const line: Erasure = { county: ctx.county.id, noun, subjectId, at: at.toISOString() };
  await append(backupFolder(ctx.app), [JSON.stringify(line)]);
}

/** Writes what another list holds into that of a folder, where it is not there yet: a machine that began anew must not forget what was deleted before. */
export async function addErasures(folder: string, other: string): Promise<void> {
  const here = new Set((await readFile(listIn(folder), 'utf8').catch(() => '')).split('\n'));
  const missing = new Set(other.split('\n').filter((line) => isWhole(line) && !here.has(line)));
  if (missing.size > 0) await append(folder, [...missing]);
}

/** As `addErasures`, of the lists that lie in other folders. */
export async function gatherErasures(folder: string, others: readonly string[]): Promise<void> {
  for (const other of others) await addErasures(folder, await readFile(listIn(other), 'utf8').catch(() => ''));
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

async function append(folder: string, lines: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(listIn(folder), 'a+', 0o600);
  try {
    await file.appendFile(`${(await isBrokenOff(file)) ? '\n' : ''}${lines.join('\n')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

// A power cut, or a full disk: what is written after half a line must not be lost with it.
async function isBrokenOff(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
}

/** The deletions listed beside archives, in these folders. A line that a power cut broke off is passed over. */
export async function readErasures(folders: readonly string[]): Promise<Erasure[]> {
  const texts = await Promise.all(
    [...new Set(folders)].map((folder) => readFile(listIn(folder), 'utf8').catch(() => '')),
  );
  return texts.flatMap((text) => text.split('\n')).flatMap((line) => readLine(line));
}

function readLine(line: string): Erasure[] {
  try {
    return [erasure.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

/** Does every listed deletion again where the restored rows hold what was deleted. Answers how many there were to do, and which could not be done: they keep nobody else waiting. */
export async function eraseAgain(
  app: App,
  erasures: readonly Erasure[],
): Promise<{ readonly done: number; readonly faults: readonly string[] }> {
  let done = 0;
  const faults: string[] = [];
  for (const one of erasures)
    try {
      if (await wasErasedAgain(app, one)) done += 1;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      faults.push(`没有再删成 · could not be deleted again: ${one.noun} ${one.subjectId}: ${why}`);
    }
  return { done, faults };
}

async function wasErasedAgain(app: App, { county: id, noun, subjectId, at }: Erasure): Promise<boolean> {
  const county = app.counties.byId(id);
  const kind = app.modules.flatMap(({ erasures = [] }) => erasures).find((one) => one.noun === noun);
  if (!county || !kind) return false;
  return inCounty(app, county, (ctx) =>
    ctx.transaction((tx) => kind.again(tx, systemActor('restore'), subjectId, new Date(at))),
  );
}
