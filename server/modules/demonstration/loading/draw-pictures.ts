import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepRenditions, storePicture } from '#media';
import type { Picture } from '#media';
import { storyByKey } from '../content/stories.ts';
import type { StoryKey } from '../content/stories.ts';
import { renderPictures } from '../pictures/render.ts';
import type { Teller } from './teller.ts';

/** Pictures on their way: drawn in another process, stored here without their smaller files. */
export interface Drawing {
  of(key: StoryKey): Promise<Picture>;
  end(): Promise<void>;
}

/** Begins to draw the pictures of these stories, in this order; aborted, it draws no more, and whoever waits for a picture hears of it. */
export async function drawPictures(teller: Teller, keys: readonly StoryKey[], signal?: AbortSignal): Promise<Drawing> {
  const directory = await mkdtemp(join(tmpdir(), 'xiangyin-pictures-'));
  const waiting = new Map(keys.map((key) => [key, Promise.withResolvers<void>()]));
  const hear = (name: string): void => waiting.get(name as StoryKey)?.resolve();
  const drawn = renderPictures(keys, directory, hear, signal).catch((error: unknown) => {
    for (const one of waiting.values()) one.reject(error);
  });
  // Whoever asks for a picture hears of a failure; the others must not end the program.
  for (const one of waiting.values()) one.promise.catch(() => undefined);
  return {
    async of(key) {
      await waiting.get(key)?.promise;
      return store(teller, key, await readFile(join(directory, `${key}.png`)));
    },
    async end() {
      await drawn;
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

// Drawn by the desk, with a machine's help for the lettering of the steps: the page says so.
const madeWithMachine: StoryKey = 'winter-stove-safety';

async function store(teller: Teller, key: StoryKey, bytes: Buffer): Promise<Picture> {
  const { hoursAgo, zh } = storyByKey(key);
  teller.hoursAgo(hoursAgo + 3);
  const editor = await teller.ctx.transaction((tx) => teller.actor(tx, 'linxiaohe'));
  return storePicture(
    teller.ctx,
    editor,
    {
      bytes,
      alt: zh.alt,
      caption: zh.caption,
      credit: creditOf('zh'),
      rightsHolder: '清溪县融媒体中心',
      machine: key === madeWithMachine ? 'changed' : null,
    },
    { renditions: 'later' },
  );
}

/** Who made the pictures. */
export const creditOf = (language: 'zh' | 'en'): string =>
  language === 'zh' ? '清溪县融媒体中心绘' : 'Drawn at the Qingxi County Media Centre';

/** Makes the files that show all pictures, one after the other. */
export async function keepAllPictures(teller: Teller, signal: AbortSignal): Promise<void> {
  const rows = await teller.ctx.transaction((tx) =>
    tx.named<{ hash: string }>(
      'demonstration.pictures',
      `select subject_id as hash from platform.audit where county_id = $1 and act = 'picture.store'`,
      [tx.countyId],
    ),
  );
  for (const { hash } of rows) {
    if (signal.aborted) return;
    await keepRenditions(teller.ctx, hash, 'first');
  }
}
