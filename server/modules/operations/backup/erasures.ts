import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { systemActor } from '#platform/actor';
import type { App } from '#platform/app';
import { erasedId } from '#platform/erasure';
import { inCounty } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { backupFolder } from './backup-record.ts';

const erasure = z.object({ county: z.int(), noun: z.string(), subjectId: erasedId, at: z.iso.datetime() });
/** Something deleted at somebody's wish: ids and a time, nothing else. */
export type Erasure = z.infer<typeof erasure>;

const listIn = (folder: string): string => join(folder, 'erasures.jsonl');

/** Writes a deletion into the list beside the archives, which outlives the database. Written twice it is done once. */
export async function noteErasure(ctx: Ctx, noun: string, subjectId: string): Promise<void> {
  const path = listIn(backupFolder(ctx.app));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const line: Erasure = { county: ctx.county.id, noun, subjectId, at: ctx.app.clock.now().toISOString() };
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(`${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
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

/** Does every listed deletion again where the restored rows hold what was deleted. Answers how many there were to do. */
export async function eraseAgain(app: App, erasures: readonly Erasure[]): Promise<number> {
  const kinds = new Map(app.modules.flatMap(({ erasures: kind = [] }) => kind).map((one) => [one.noun, one]));
  let done = 0;
  for (const { county: id, noun, subjectId } of erasures) {
    const county = app.counties.byId(id);
    const kind = kinds.get(noun);
    if (!county || !kind) continue;
    const was = await inCounty(app, county, (ctx) =>
      ctx.transaction((tx) => kind.again(tx, systemActor('restore'), subjectId)),
    );
    if (was) done += 1;
  }
  return done;
}
