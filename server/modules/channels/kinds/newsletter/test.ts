import type { Outcome, Testing } from '../sending.ts';
import { reachPostOffice } from './letter/post-letter.ts';
import type { NewsletterSettings } from './settings.ts';

/** Whether the mail server lets us in; no letter is sent to anybody. */
export async function test({ ctx }: Testing<NewsletterSettings>): Promise<Outcome> {
  const problem = await reachPostOffice(ctx.app);
  return problem === null ? { outcome: 'accepted', detail: {} } : { outcome: 'failed', problem, detail: {} };
}
