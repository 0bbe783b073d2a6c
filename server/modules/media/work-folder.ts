import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '#platform/transaction';

/** Runs `work` with an empty folder of this machine, beside the file store, so that what it leaves there can be moved into it. A killed process leaves the folder; whoever does the same work again begins by emptying it. */
export async function inWorkFolder<T>(ctx: Ctx, name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(ctx.app.settings.varDirectory, 'work', String(ctx.county.id), name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
