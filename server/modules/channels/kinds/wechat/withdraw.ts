import type { Outcome, Sending } from '../sending.ts';
import { WechatFailure } from './failure.ts';
import { Platform } from './platform.ts';
import { postOf } from './posts.ts';
import { removeArticle } from './remove-article.ts';
import type { WechatSettings } from './settings.ts';
import { whatBecameOf } from './what-became.ts';

const done: Outcome = { outcome: 'accepted', detail: {} };

/** Deletes an article. One whose publication is still running is deleted when it stands there; what never arrived asks for nothing. */
export async function withdraw(sending: Sending<WechatSettings>): Promise<Outcome> {
  const post = await postOf(sending.ctx, sending.copy);
  if (!post?.submittedAt) return done;
  try {
    const platform = new Platform(sending);
    const known = await whatBecameOf(platform, post);
    if (known === 'absent' || known.outcome === 'failed') return done;
    if (known.outcome === 'accepted' || known.remoteId === null)
      return { outcome: 'failed', problem: 'busy', afterSeconds: 120, detail: {} };
    await removeArticle(platform, known.remoteId, sending.copy.tries > 1);
    return done;
  } catch (error) {
    if (error instanceof WechatFailure) return error.outcome;
    throw error;
  }
}
