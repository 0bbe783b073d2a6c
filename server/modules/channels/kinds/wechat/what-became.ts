import type { Outcome } from '../sending.ts';
import { WechatFailure } from './failure.ts';
import { wordIn } from './platform.ts';
import type { Platform } from './platform.ts';
import { notePost, takeBackSubmission } from './posts.ts';
import type { Post } from './posts.ts';

/** The end comes by callback, within a minute or so; the platform is asked only where that does not come, as it answers a hundred times a day. */
export const firstLookSeconds = 600;
const settledAfterMilliseconds = 180_000;
const mostDays = 3;

/** What became of a submission: by its id; where the answer was lost, by its mark among what is published; `absent`: it was never submitted, and may be. Throws WechatFailure. */
export async function whatBecameOf(platform: Platform, post: Post): Promise<Outcome | 'absent'> {
  if (post.articleId) return { outcome: 'published', address: post.address, remoteId: post.articleId, detail: {} };
  if (!post.submittedAt) return 'absent';
  try {
    return post.publishId ? await byPublishId(platform, post, post.publishId) : await byMark(platform, post);
  } catch (error) {
    // The day's questions are asked: the callback may still come, and tomorrow there are others.
    if (error instanceof WechatFailure && error.problem === 'quota' && post.publishId) return later(platform, post);
    throw error;
  }
}

async function byPublishId(platform: Platform, post: Post, publishId: string): Promise<Outcome> {
  const answer = await platform.ask('freepublish/get', { publish_id: publishId });
  return outcomeOfPublication(platform, post, {
    status: Number(answer['publish_status']),
    articleId: wordIn(answer, 'article_id'),
    address: firstAddress(answer['article_detail']),
  });
}

/** How a publication ended, as callback and question say it. */
export interface Publication {
  /** 0 published, 1 running, 2 not original, 3 failed, 4 refused by the platform, 5 deleted by its owner, 6 banned. */
  readonly status: number;
  readonly articleId: string;
  readonly address: string | null;
}

/** What a publication's end means for the copy. What came to nothing there may be sent anew. */
export async function outcomeOfPublication(
  { ctx }: Pick<Platform, 'ctx'>,
  post: Post,
  { status, articleId, address }: Publication,
): Promise<Outcome> {
  if (status === 0 && articleId !== '') {
    await notePost(ctx, post, { articleId, ...(address === null ? {} : { address }) });
    return { outcome: 'published', address, remoteId: articleId, detail: {} };
  }
  if (status === 1) return later({ ctx }, post);
  if (status === 5 || status === 6)
    return { outcome: 'failed', problem: 'vanished', detail: { code: `publish-${status}` } };
  await takeBackSubmission(ctx, post, 'gone');
  return {
    outcome: 'failed',
    problem: 'refused',
    ...(post.removedFormerAt ? { formerIsGone: true } : {}),
    detail: { code: `publish-${status}` },
  };
}

function later({ ctx }: Pick<Platform, 'ctx'>, { submittedAt, publishId }: Post): Outcome {
  const since = ctx.app.clock.now().getTime() - (submittedAt?.getTime() ?? 0);
  if (since > mostDays * 86_400_000) return { outcome: 'failed', problem: 'vanished', detail: {} };
  return {
    outcome: 'accepted',
    ...(publishId ? { remoteId: publishId } : {}),
    lookAfterSeconds: since < 3_600_000 ? 900 : 3 * 3_600,
    detail: {},
  };
}

// Title and digest may be those of an earlier edition; the mark is this sending's alone. The draft leaves the box when it is published.
async function byMark(platform: Platform, post: Post): Promise<Outcome | 'absent'> {
  const found = await publishedUnder(platform, post.mark);
  if (found) return outcomeOfPublication(platform, post, { status: 0, ...found });
  if (post.draftId === null || (await isInTheBox(platform, post.draftId))) {
    const since = platform.ctx.app.clock.now().getTime() - (post.submittedAt?.getTime() ?? 0);
    if (since >= 0 && since < settledAfterMilliseconds)
      throw new WechatFailure('busy', {}, settledAfterMilliseconds / 1_000);
    await takeBackSubmission(platform.ctx, post, 'kept');
    return 'absent';
  }
  return later(platform, post);
}

async function isInTheBox(platform: Platform, draftId: string): Promise<boolean> {
  try {
    await platform.ask('draft/get', { media_id: draftId }, 4 * 1024 * 1024);
    return true;
  } catch (error) {
    if (error instanceof WechatFailure && error.code === 40007) return false;
    throw error;
  }
}

async function publishedUnder(
  platform: Platform,
  mark: string,
): Promise<{ articleId: string; address: string | null } | undefined> {
  const answer = await platform.ask('freepublish/batchget', { offset: 0, count: 20, no_content: 1 }, 4 * 1024 * 1024);
  for (const one of listOf(answer['item'])) {
    const [article] = listOf(Object(one['content'])['news_item']);
    if (!article || article['is_deleted'] === true) continue;
    if (wordIn(article, 'content_source_url').endsWith(`#${mark}`))
      return { articleId: wordIn(one, 'article_id'), address: webAddress(article['url']) };
  }
  return undefined;
}

const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map((one) => Object(one) as Record<string, unknown>) : [];

/** The address of the first article of a publication. */
export const firstAddress = (detail: unknown): string | null =>
  webAddress(listOf(Object(detail)['item'])[0]?.['article_url']);

/** An address as the platform gives it; null for what is none. */
export const webAddress = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= 1_000 && /^https?:\/\//.test(value) && URL.canParse(value)
    ? value
    : null;
