import type { Outcome, Sending } from '../sending.ts';
import { articleFor, breachesIn } from './article.ts';
import type { WechatArticle } from './article.ts';
import { usedToday } from './calls.ts';
import { mediaCodes, WechatFailure } from './failure.ts';
import { dailyCalls, mostBodyBytes } from './limits.ts';
import { bringCover, bringPictures, forgetCover } from './pictures.ts';
import { neededIn, Platform, wordIn } from './platform.ts';
import { beginPost, beginSubmission, notePost, postOf, takeBackSubmission } from './posts.ts';
import type { Post } from './posts.ts';
import { removeArticle } from './remove-article.ts';
import type { WechatSettings } from './settings.ts';
import { firstLookSeconds, whatBecameOf } from './what-became.ts';

/** Publishes a piece: pictures, draft, submission; the end comes by callback. What an earlier try did is not done again, and whether an answer was lost is found out before anything is submitted a second time.
 *  With a `former` article, that one is deleted first: the platform edits nothing. Never throws for what the platform does. */
export async function publish(
  sending: Sending<WechatSettings>,
  former: Post | null,
  follows: boolean,
): Promise<Outcome> {
  try {
    return await step(new Platform(sending), sending, former, follows);
  } catch (error) {
    if (!(error instanceof WechatFailure)) throw error;
    const post = await postOf(sending.ctx, sending.copy);
    return { ...error.outcome, ...(post?.removedFormerAt ? { formerIsGone: true } : {}) };
  }
}

async function step(
  platform: Platform,
  sending: Sending<WechatSettings>,
  former: Post | null,
  follows: boolean,
): Promise<Outcome> {
  const { ctx } = platform;
  let post = await beginPost(sending);
  if (post.submittedAt) {
    const known = await whatBecameOf(platform, post);
    if (known !== 'absent') return known;
    post = await beginPost(sending);
  }
  const article = articleFor(sending.piece, { mark: post.mark, follows });
  mustFit(article);
  if (former && !post.removedFormerAt) await mustBeReplaceable(platform);
  const draftId = post.draftId ?? (await addDraft(platform, post, article));
  if (former?.articleId && !post.removedFormerAt) {
    await removeArticle(platform, former.articleId, sending.copy.tries > 1);
    await notePost(ctx, post, { removedFormerAt: ctx.app.clock.now() });
  }
  if (!(await beginSubmission(ctx, post))) throw new WechatFailure('busy', { call: 'freepublish/submit' }, 30);
  await submit(platform, post, draftId);
  // The callback may be here before the answer is.
  const now = await postOf(ctx, sending.copy);
  return now?.articleId
    ? { outcome: 'published', address: now.address, remoteId: now.articleId, detail: {} }
    : { outcome: 'accepted', ...idOf(now), lookAfterSeconds: firstLookSeconds, detail: {} };
}

const idOf = (post: Post | undefined): { remoteId?: string } => (post?.publishId ? { remoteId: post.publishId } : {});

/** Whatever the platform would refuse, before it is asked. */
function mustFit(article: WechatArticle): void {
  const [breach] = breachesIn(article);
  if (breach) throw new WechatFailure('too-large', { ...breach });
  if (Buffer.byteLength(article.content) > mostBodyBytes) throw new WechatFailure('too-large', { part: 'body' });
}

/** A correction that could not take the place of the wrong article today waits until it can: with the one gone and the other still waiting it would stand nowhere. */
async function mustBeReplaceable({ ctx, channelId }: Platform): Promise<void> {
  for (const call of ['freepublish/delete', 'freepublish/submit'] as const) {
    const used = await ctx.transaction((tx) => usedToday(tx, channelId, call));
    if (used >= dailyCalls[call]) throw new WechatFailure('quota', { code: 45009, call });
  }
}

async function addDraft(platform: Platform, post: Post, article: WechatArticle): Promise<string> {
  const addresses = await bringPictures(platform, article.pictures);
  const [cover] = article.pictures;
  const add = async (): Promise<string> => {
    const answer = await platform.ask('draft/add', {
      articles: [
        {
          article_type: 'news',
          title: article.title,
          author: article.author,
          digest: article.digest,
          content: withAddresses(article.content, addresses),
          content_source_url: article.source,
          thumb_media_id: await bringCover(platform, cover),
          need_open_comment: 0,
        },
      ],
    });
    return neededIn(answer, 'media_id', 'draft/add');
  };
  const draftId = await add().catch(async (error: unknown) => {
    // A cover that somebody removed there is brought again, once.
    if (!(error instanceof WechatFailure) || !mediaCodes.has(error.code)) throw error;
    await forgetCover(platform, cover);
    return add();
  });
  await notePost(platform.ctx, post, { draftId, headline: article.title });
  return draftId;
}

// A picture that is nowhere any more leaves its words.
const withAddresses = (content: string, addresses: ReadonlyMap<string, string>): string =>
  content.replace(/<img src="picture:([0-9a-f]{64})"( alt="([^"]*)")?([^>]*)>/g, (_, hash: string, __, alt, rest) => {
    const address = addresses.get(hash);
    return address === undefined
      ? `<em>${String(alt ?? '')}</em>`
      : `<img src="${address.replaceAll('&', '&amp;')}"${String(rest)}>`;
  });

async function submit(platform: Platform, post: Post, draftId: string): Promise<void> {
  try {
    const answer = await platform.ask('freepublish/submit', { media_id: draftId });
    await notePost(platform.ctx, post, {
      publishId: neededIn(answer, 'publish_id', 'freepublish/submit'),
      dataId: wordIn(answer, 'msg_data_id'),
    });
  } catch (error) {
    if (!(error instanceof WechatFailure) || isUncertain(error)) throw error;
    const isGone = mediaCodes.has(error.code);
    await takeBackSubmission(platform.ctx, post, isGone ? 'gone' : 'kept');
    if (isGone) throw new WechatFailure('busy', error.detail, 5);
    throw error;
  }
}

/** It may have begun all the same. */
const isUncertain = ({ problem }: WechatFailure): boolean =>
  ['timeout', 'broken-off', 'server', 'redirect'].includes(problem);
