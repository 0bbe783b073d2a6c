import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { openSecrets } from '../../channel/secrets.ts';
import { answerCopy } from '../../send/answer-copy.ts';
import { partsOf } from '../sending.ts';
import { callbackKeys } from './callback-keys.ts';
import { isSigned, openCallback, valueOf } from './open-callback.ts';
import type { CallbackQuery } from './open-callback.ts';
import { awaitsAnswer, postPublished } from './posts.ts';
import { outcomeOfPublication, webAddress } from './what-became.ts';

/** Gives the platform back what it sent, as a proof that the address is ours. Refuses: NotFound (404), Forbidden (403) for a call that is not the platform's. */
export async function echoCallback(
  ctx: Ctx,
  channelId: string,
  { echostr, ...query }: CallbackQuery & { echostr: string },
): Promise<string> {
  const { token } = await keysOf(ctx, channelId);
  if (!isSigned(query, token, ctx.app.clock.now())) refuse('Forbidden');
  return echostr;
}

/** Takes what the platform says of a publication into the ledger; the same call twice is harmless. Whatever readers write to the account comes here too: it is neither read nor kept.
 *  Refuses: NotFound (404), Forbidden (403) for a call that is not the platform's, is too old, or comes in plain words; Unavailable (503) for one that is ahead of the answer it belongs to, so that it comes again. */
export async function takeCallback(ctx: Ctx, channelId: string, query: CallbackQuery, body: string): Promise<void> {
  const keys = await keysOf(ctx, channelId);
  const xml = openCallback(body, query, keys, ctx.app.clock.now()) ?? refuse('Forbidden');
  if (valueOf(xml, 'Event') !== 'PUBLISHJOBFINISH') return;
  const publishId = valueOf(xml, 'publish_id') ?? '';
  const post = await postPublished(ctx, channelId, publishId);
  if (!post) {
    // Somebody may also publish at the platform itself: that is none of ours.
    if (await awaitsAnswer(ctx, channelId)) refuse('Unavailable', { retryAfterSeconds: 2 });
    return;
  }
  const outcome = await outcomeOfPublication({ ctx }, post, {
    status: Number(valueOf(xml, 'publish_status')),
    articleId: valueOf(xml, 'article_id') ?? '',
    address: webAddress(valueOf(xml, 'article_url')?.replaceAll('&amp;', '&')),
  });
  if (!(await answerCopy(ctx, { copyId: post.copyId }, outcome))) refuse('Unavailable', { retryAfterSeconds: 2 });
}

async function keysOf(ctx: Ctx, channelId: string): Promise<{ token: string; aesKey: string; appId: string }> {
  const { appId, secrets } = await ctx.transaction(async (tx) => {
    const [row] = await tx.named<{ appId: string }>(
      'channels.wechat-channel',
      `select settings ->> 'appId' as "appId" from channels.channels where county_id = $1 and id = $2 and kind = 'wechat'`,
      [tx.countyId, channelId],
    );
    return { appId: found(row).appId, secrets: await openSecrets(tx, channelId) };
  });
  const appSecret = partsOf(secrets)['appSecret'] ?? refuse('NotFound');
  return { ...callbackKeys(appSecret, channelId), appId };
}
