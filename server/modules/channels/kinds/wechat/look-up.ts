import type { Outcome, Sending } from '../sending.ts';
import { WechatFailure } from './failure.ts';
import { Platform } from './platform.ts';
import { postOf } from './posts.ts';
import type { WechatSettings } from './settings.ts';
import { whatBecameOf } from './what-became.ts';

/** What became of a sending whose answer was lost, or whose end nobody told. */
export async function lookUp(sending: Sending<WechatSettings>): Promise<Outcome | 'absent'> {
  const post = await postOf(sending.ctx, sending.copy);
  if (!post?.submittedAt) return 'absent';
  try {
    return await whatBecameOf(new Platform(sending), post);
  } catch (error) {
    if (error instanceof WechatFailure) return error.outcome;
    throw error;
  }
}
