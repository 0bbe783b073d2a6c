import { visibleWords } from '../site/visible-words.ts';
import type { Seen } from '../kind.ts';
import type { Sending } from '../sending.ts';
import { articleFor } from './article.ts';
import { WechatFailure } from './failure.ts';
import { Platform, wordIn } from './platform.ts';
import { postOf } from './posts.ts';
import { articlesOf } from './remove-article.ts';
import type { WechatSettings } from './settings.ts';

/** The words that stand in an article now, and those that were sent: what the platform does to markup is no difference. */
export async function readBack(sending: Sending<WechatSettings>): Promise<Seen> {
  const post = await postOf(sending.ctx, sending.copy);
  if (!post?.articleId) return { problem: 'not-there' };
  try {
    const [article] = await articlesOf(new Platform(sending), post.articleId);
    if (!article || article['is_deleted'] === true) return { problem: 'not-there' };
    const sent = articleFor(sending.piece, { mark: post.mark, follows: false });
    return {
      words: visibleWords(`${wordIn(article, 'title')} ${wordIn(article, 'content')}`),
      wanted: visibleWords(`${post.headline ?? sent.title} ${sent.content}`),
    };
  } catch (error) {
    if (error instanceof WechatFailure) return { problem: error.problem };
    throw error;
  }
}
