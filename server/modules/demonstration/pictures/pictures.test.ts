import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { storyList } from '../content/story-list.ts';
import { drawingOf, type PictureName } from './drawing.ts';
import { renderPicture, renderPictures } from './render.ts';

const stories: readonly PictureName[] = storyList.map((story) => story.key);
const towns: readonly PictureName[] = Array.from(
  { length: 12 },
  (_, i): PictureName => `place-3399240${String(i).padStart(2, '0')}`,
);
const names = [...stories, ...towns];
let directory = '';
const drawn: string[] = [];

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'xiangyin-pictures-'));
  await renderPictures(names, directory, (name) => drawn.push(name));
});
after(() => rm(directory, { recursive: true, force: true }));

test('every story and every town asked for has a picture of 1200 × 675', async () => {
  assert.deepEqual(drawn.toSorted(), names.toSorted());
  assert.equal((await readdir(directory)).length, names.length);
  for (const name of names) {
    const { width, height, format, hasAlpha } = await sharp(join(directory, `${name}.png`)).metadata();
    assert.deepEqual(
      { name, width, height, format, hasAlpha },
      { name, width: 1200, height: 675, format: 'png', hasAlpha: false },
    );
  }
});

test('a drawing holds shapes only: no text, no gradients, nothing fetched', () => {
  for (const name of names) {
    const svg = drawingOf(name);
    assert.doesNotMatch(svg, /<text|<image|Gradient|font|href|<style|<script/, name);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/, name);
  }
});

test('the same name is always the same drawing', () => {
  for (const name of names) assert.equal(drawingOf(name), drawingOf(name), name);
});

test('no two stories have pictures alike, in outline or in colour', async () => {
  const seen = await Promise.all(
    stories.map(async (name) => ({ name, outline: await outline(name), colours: await colours(name) })),
  );
  for (const [i, one] of seen.entries()) {
    for (const other of seen.slice(i + 1)) {
      assert.ok(
        outlineDistance(one.outline, other.outline) >= 8,
        `${one.name} and ${other.name} have outlines too much alike`,
      );
      assert.ok(
        colourDistance(one.colours, other.colours) >= 0.1,
        `${one.name} and ${other.name} have the same colours`,
      );
    }
  }
});

test('no two towns have the same view', async () => {
  const seen = await Promise.all(towns.map(outline));
  for (const [i, one] of seen.entries())
    for (const other of seen.slice(i + 1)) assert.ok(outlineDistance(one, other) >= 4);
});

test('one picture can be had alone, and a name nobody drew says so', async () => {
  const alone = await renderPicture('leaking-tap');
  assert.ok(alone.equals(await readFile(join(directory, 'leaking-tap.png'))));
  assert.throws(() => drawingOf('no-such-story'), /no picture is called no-such-story/);
  await assert.rejects(renderPictures(['place-1'], join(directory, 'absent')), /could not be drawn/);
});

/** dHash: 64 answers to "is this field lighter than its right neighbour?" in a grid of 9 × 8. */
async function outline(name: string): Promise<boolean[]> {
  const grey = await sharp(join(directory, `${name}.png`))
    .greyscale()
    .resize(9, 8, { fit: 'fill' })
    .raw()
    .toBuffer();
  return Array.from({ length: 64 }, (_, i) => {
    const at = Math.floor(i / 8) * 9 + (i % 8);
    return (grey[at] ?? 0) > (grey[at + 1] ?? 0);
  });
}

const outlineDistance = (one: readonly boolean[], other: readonly boolean[]): number =>
  one.filter((bit, i) => bit !== other[i]).length;

/** The share of each of 64 colours (4 steps of red, green and blue). */
async function colours(name: string): Promise<number[]> {
  const { data } = await sharp(join(directory, `${name}.png`))
    .resize(120, 68, { kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const shares = Array.from({ length: 64 }, () => 0);
  for (let i = 0; i < data.length; i += 3) {
    const bin = ((data[i] ?? 0) >> 6) * 16 + ((data[i + 1] ?? 0) >> 6) * 4 + ((data[i + 2] ?? 0) >> 6);
    shares[bin] = (shares[bin] ?? 0) + 3 / data.length;
  }
  return shares;
}

/** Half the sum of differences: 0 is the same colours, 1 none in common. */
const colourDistance = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, share, i) => sum + Math.abs(share - (other[i] ?? 0)), 0) / 2;

test('told to stop, it draws no more and says so', async () => {
  const beside = await mkdtemp(join(tmpdir(), 'xiangyin-pictures-'));
  try {
    const stop = new AbortController();
    const finished: string[] = [];
    const hear = (name: string): void => {
      finished.push(name);
      stop.abort();
    };
    await assert.rejects(renderPictures(names, beside, hear, stop.signal), { name: 'AbortError' });
    assert.ok(finished.length < names.length, `${finished.length} drawn`);
  } finally {
    await rm(beside, { recursive: true, force: true, maxRetries: 5 });
  }
});
