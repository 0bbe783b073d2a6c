import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { cutBox, heightAt, middle, plannedFor } from '../server/modules/media/picture/cuts.ts';
import { encodeAnew, encodeCopy } from '../server/modules/media/worker/decoding.ts';
import { median } from './statistics.ts';

/** Processor seconds from a picture as a phone takes it to all its files, beside the least that decoding and encoding it once takes in the same run. `node bench/pictures.ts [passes]`. */
export async function measurePicture(megapixels: number, passes: number): Promise<{ all: number; once: number }> {
  const sent = await photo(megapixels);
  const all: number[] = [];
  const once: number[] = [];
  for (let pass = 0; pass < passes; pass += 1) {
    once.push(await processorSeconds(() => sharp(sent).jpeg({ quality: 86 }).toBuffer()));
    all.push(await processorSeconds(() => everyFile(sent)));
  }
  return { all: median(all), once: median(once) };
}

async function everyFile(sent: Buffer): Promise<void> {
  const { bytes, width, height } = await encodeAnew(sent);
  const size = { width, height };
  for (const { cut, format, width: wide } of plannedFor(size))
    await encodeCopy(Buffer.from(bytes), {
      box: cutBox(size, cut, middle),
      width: wide,
      height: heightAt(size, cut, wide),
      format,
    });
}

async function processorSeconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

// Soft shapes under the grain of a sensor: neither an even ground nor pure noise, which no camera takes.
async function photo(megapixels: number): Promise<Buffer> {
  const height = Math.round(Math.sqrt((megapixels * 1e6 * 3) / 4));
  const width = Math.round((height * 4) / 3);
  const small = await sharp({
    create: {
      width: 64,
      height: 48,
      channels: 3,
      background: '#887766',
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
    },
  })
    .png()
    .toBuffer();
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 8 } },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(small)
    .resize(width, height, { kernel: 'cubic' })
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const passes = Number(process.argv[2] ?? 3);
  for (const megapixels of [12, 48]) {
    const { all, once } = await measurePicture(megapixels, passes);
    process.stdout.write(
      `${megapixels} megapixels to every file: ${all.toFixed(2)} s of one core; decoded and encoded once: ${once.toFixed(2)} s\n`,
    );
  }
}
