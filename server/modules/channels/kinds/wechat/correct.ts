import type { Outcome, Sending } from '../sending.ts';
import { postOf } from './posts.ts';
import { publish } from './publish.ts';
import type { WechatSettings } from './settings.ts';

/** A correction: the wrong article is deleted and another one published under another address, or an article with the correction follows it, as the county says. One that was brought by hand is none that the program can delete: it is followed. */
export async function correct(sending: Sending<WechatSettings>): Promise<Outcome> {
  const former = sending.former && (await postOf(sending.ctx, sending.former));
  // The wrong one is still being published: what is not there cannot be deleted, and must not be left behind.
  if (sending.settings.correct === 'replace' && former?.submittedAt && !former.articleId)
    return { outcome: 'failed', problem: 'busy', afterSeconds: 120, detail: {} };
  const replaces = sending.settings.correct === 'replace' && former?.articleId;
  return publish(sending, replaces ? former : null, !replaces);
}
