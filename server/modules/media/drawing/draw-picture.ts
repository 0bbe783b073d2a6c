import { spawn } from 'node:child_process';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from '#platform/app';
import { sha256 } from '#platform/canonical';
import { newId } from '#platform/ids';
import { drawingFonts } from './drawing-fonts.ts';

const script = fileURLToPath(new URL('./draw-process.ts', import.meta.url));
const atMostMilliseconds = 20_000;
const filesAtMost = 2_000;

/** Pictures that are being drawn now, by the hash of their drawing: who asks at the same time waits for the same one. */
const drawing = new Map<string, Promise<Buffer>>();
/** One process at a time: a card takes a third of a second of one core, and readers need the others. */
let last: Promise<unknown> = Promise.resolve();

/** The PNG of an SVG of ours, kept as a file under its hash: it is drawn once. Never inside a transaction. */
export async function drawPicture(app: App, svg: string): Promise<Buffer> {
  const cache = join(app.settings.varDirectory, 'cache');
  const folder = join(cache, 'drawn');
  const name = sha256(svg).slice(0, 32);
  const known = await readFile(join(folder, `${name}.png`)).catch(() => undefined);
  if (known) return known;
  const running = drawing.get(name) ?? drawInTurn(cache, name, svg);
  drawing.set(name, running);
  return running.finally(() => drawing.delete(name));
}

function drawInTurn(cache: string, name: string, svg: string): Promise<Buffer> {
  const mine = last.then(async () => draw(svg, await drawingFonts(join(cache, 'fonts'))));
  last = mine.catch(() => undefined);
  return mine.then(async (png) => {
    await keep(join(cache, 'drawn'), name, png);
    return png;
  });
}

function draw(svg: string, fonts: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: atMostMilliseconds,
      env: { ...process.env, FONTCONFIG_FILE: fonts },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.stdin.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks));
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
