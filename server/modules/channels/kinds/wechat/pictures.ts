import { readFile } from 'node:fs/promises';
import { pictureWithin } from '#media';
import type { Ctx } from '#platform/transaction';
import { WechatFailure } from './failure.ts';
import { mostPictureBytes } from './limits.ts';
import type { Platform, SentFile } from './platform.ts';

/** Uploads go on in the next try after so long: whoever takes a sending over must not meet us at work. */
const mostMilliseconds = 30_000;

/** Brings the pictures of an article to the platform, each once for all articles, and says under which addresses they stand there. Throws WechatFailure. */
export async function bringPictures(
  platform: Platform,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const end = performance.now() + mostMilliseconds;
  const addresses = new Map<string, string>();
  for (const hash of hashes) {
    const kept = await keptThere(platform, 'body', hash);
    if (kept === undefined && performance.now() > end) throw new WechatFailure('busy', { call: 'media/uploadimg' }, 1);
    const address = kept ?? (await bring(platform, hash, 'media/uploadimg', 'url', 'body'));
    if (address !== null) addresses.set(hash, address);
  }
  return addresses;
}

/** The cover of an article: its first picture, or for one without any the cover that all such have. */
export async function bringCover(platform: Platform, hash: string | undefined): Promise<string> {
  const of = hash ?? '';
  const brought =
    (await keptThere(platform, 'cover', of)) ??
    (await bring(platform, of, 'material/add_material?type=image', 'media_id', 'cover'));
  return brought ?? bringCover(platform, undefined);
}

/** Forgets a cover that the platform does not know any more. */
export const forgetCover = (platform: Platform, hash: string | undefined): Promise<unknown> =>
  platform.ctx.transaction((tx) =>
    tx.named(
      'channels.wechat-forget-cover',
      `delete from channels.wechat_pictures where county_id = $1 and channel_id = $2 and app_id = $3 and use = 'cover' and picture_hash = $4`,
      [tx.countyId, platform.channelId, platform.appId, hash ?? ''],
    ),
  );

const keptThere = (platform: Platform, use: 'body' | 'cover', hash: string): Promise<string | undefined> =>
  platform.ctx.transaction(async (tx) => {
    const [row] = await tx.named<{ remote: string }>(
      'channels.wechat-picture',
      'select remote from channels.wechat_pictures where county_id = $1 and channel_id = $2 and app_id = $3 and use = $4 and picture_hash = $5',
      [tx.countyId, platform.channelId, platform.appId, use, hash],
    );
    return row?.remote;
  });

// Null: the library has the file no more; the article goes without it.
async function bring(
  platform: Platform,
  hash: string,
  call: string,
  answersWith: 'url' | 'media_id',
  use: 'body' | 'cover',
): Promise<string | null> {
  const file = hash === '' ? await plainCover() : await fileOf(platform.ctx, hash);
  if (!file) return null;
  const remote = (await platform.send(call, file))[answersWith];
  if (typeof remote !== 'string' || remote === '') throw new WechatFailure('server', { call });
  await platform.ctx.transaction((tx) =>
    tx.named(
      'channels.wechat-keep-picture',
      `insert into channels.wechat_pictures (county_id, channel_id, app_id, use, picture_hash, remote, stored_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (county_id, channel_id, app_id, use, picture_hash) do update set remote = excluded.remote, stored_at = excluded.stored_at`,
      [tx.countyId, platform.channelId, platform.appId, use, hash, remote, tx.at],
    ),
  );
  return remote;
}

async function fileOf(ctx: Ctx, hash: string): Promise<SentFile | undefined> {
  const bytes = await pictureWithin(ctx, hash, mostPictureBytes);
  return bytes && { bytes, name: `${hash.slice(0, 12)}.jpg`, type: 'image/jpeg' };
}

const plainCover = async (): Promise<SentFile> => ({
  bytes: await readFile(new URL('./cover.jpg', import.meta.url)),
  name: 'cover.jpg',
  type: 'image/jpeg',
});
