import { spawn } from 'node:child_process';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from '#platform/app';
import { sha256 } from '#platform/canonical';
import { newId } from '#platform/ids';

const script = fileURLToPath(new URL('./draw-process.ts', import.meta.url));
const atMostMilliseconds = 20_000;
const filesAtMost = 2_000;
const noFont = 3;

/** Pictures that are being drawn now, by the hash of their drawing: who asks at the same time waits for the same one. */
const drawing = new Map<string, Promise<Buffer | null>>();
/** One process at a time: a card takes a third of a second of one core, and readers need the others. */
let last: Promise<unknown> = Promise.resolve();

/** The PNG of an SVG of ours, kept as a file under its hash: it is drawn once. Null where no font of this machine has its Han characters: a card of empty boxes is worse than none. Never inside a transaction. */
export async function drawPicture(app: App, svg: string): Promise<Buffer | null> {
  const folder = join(app.settings.varDirectory, 'cache', 'drawn');
  const name = sha256(svg).slice(0, 32);
  const known = await readFile(join(folder, `${name}.png`)).catch(() => undefined);
  if (known) return known;
  const running = drawing.get(name) ?? drawInTurn(folder, name, svg);
  drawing.set(name, running);
  return running.finally(() => drawing.delete(name));
}

function drawInTurn(folder: string, name: string, svg: string): Promise<Buffer | null> {
  const mine = last.then(() => draw(svg));
  last = mine.catch(() => undefined);
  return mine.then(async (png) => {
    if (png) await keep(folder, name, png);
    return png;
  });
}

function draw(svg: string): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'ignore'], timeout: atMostMilliseconds });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.stdin.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks));
      else if (code === noFont) resolve(null);
      else reject(new Error(`a picture could not be drawn (${code})`));
    });
    child.stdin.end(svg);
  });
}

async function keep(folder: string, name: string, png: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const part = join(folder, `${newId<'drawing'>()}.part`);
  await writeFile(part, png);
  await rename(part, join(folder, `${name}.png`));
  const names = await readdir(folder);
  if (names.length > filesAtMost) await forgetOldest(folder, names);
}

// Each can be drawn again.
async function forgetOldest(folder: string, names: readonly string[]): Promise<void> {
  const files = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  const oldest = files.toSorted((a, b) => a.at - b.at).slice(0, filesAtMost / 2);
  await Promise.all(oldest.map(({ name }) => rm(join(folder, name), { force: true })));
}
