import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { drawingOf } from './drawing.ts';

// A process of its own, because the server blocks sharp's SVG loader for everything that is uploaded.
// Arguments: a directory, then the names to draw there. Each finished name is a line on standard output.

const [directory = '.', ...names] = process.argv.slice(2);
const waiting = [...names];

/** Takes names until none is left; two of these keep two cores busy. */
async function drawWaiting(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const image = await sharp(Buffer.from(drawingOf(name)))
      .flatten()
      .png({ compressionLevel: 6 })
      .toBuffer();
    await writeFile(join(directory, `${name}.png`), image);
    process.stdout.write(`${name}\n`);
  }
}

sharp.cache(false);
sharp.concurrency(1);
await Promise.all([drawWaiting(), drawWaiting()]);
