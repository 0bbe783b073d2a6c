import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { drawingFonts } from './drawing-fonts.ts';

test('Chinese is drawn in letters, also on a machine that has no font at all', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xy-fonts-'));
  try {
    const fonts = await drawingFonts(folder);
    const bare = (await readFile(fonts, 'utf8')).replace(/<include .*\n/, '');
    assert.doesNotMatch(bare, /etc/);
    await writeFile(fonts, bare);
    assert.equal(await drawingFonts(folder), fonts, 'what lies there is kept');
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><rect width="96" height="96" fill="#fff"/><text x="16" y="74" font-size="64" font-family="Songti SC, Noto Sans SC, serif">一</text></svg>';
    const child = spawn(process.execPath, [join(import.meta.dirname, 'draw-process.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, FONTCONFIG_FILE: fonts },
    });
    child.stdin.end(svg);
    const [chunks] = await Promise.all([child.stdout.toArray(), once(child, 'close')]);
    const { data, info } = await sharp(Buffer.concat(chunks)).greyscale().raw().toBuffer({ resolveWithObject: true });
    const dark = Array.from(data.keys()).filter((at) => (data[at] ?? 255) < 128);
    const columns = new Set(dark.map((at) => at % info.width));
    const rows = new Set(dark.map((at) => Math.floor(at / info.width)));
    // One stroke: the box that stands for a missing letter is as high as wide.
    assert.ok(columns.size > 40 && rows.size < 12, `${columns.size} × ${rows.size}`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
