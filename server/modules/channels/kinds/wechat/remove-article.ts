import { WechatFailure } from './failure.ts';
import type { Platform } from './platform.ts';

/** The platform knows no such article, or not any more. */
const unknownArticle = 53600;

/** Deletes an article: ten times a day, and for good. `wasTried`: an earlier try may have done it, so that it is looked for first. Throws WechatFailure. */
export async function removeArticle(platform: Platform, articleId: string, wasTried: boolean): Promise<void> {
  if (wasTried && (await isGone(platform, articleId))) return;
  try {
    await platform.ask('freepublish/delete', { article_id: articleId, index: 0 });
  } catch (error) {
    if (!(error instanceof WechatFailure) || error.code !== unknownArticle) throw error;
  }
}

async function isGone(platform: Platform, articleId: string): Promise<boolean> {
  try {
    const [first] = (await articlesOf(platform, articleId)) ?? [];
    return first === undefined || first['is_deleted'] === true;
  } catch (error) {
    if (error instanceof WechatFailure && error.code === unknownArticle) return true;
    // The day's questions are used: deleting twice only costs one more.
    if (error instanceof WechatFailure && error.problem === 'quota') return false;
    throw error;
  }
}

/** What stands in a publication. Throws WechatFailure. */
export async function articlesOf(platform: Platform, articleId: string): Promise<Record<string, unknown>[]> {
  const answer = await platform.ask('freepublish/getarticle', { article_id: articleId }, 4 * 1024 * 1024);
  const items: unknown = answer['news_item'];
  return Array.isArray(items) ? items.map((one) => Object(one) as Record<string, unknown>) : [];
}
