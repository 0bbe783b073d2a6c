import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { mustSomewhere } from '#platform/permits';
import { failedDeliveries, retryDelivery } from '#notices';
import type { Ctx } from '#platform/transaction';
import type { FailedNoticeList, FailedNoticeQuery } from '../contract.ts';

/** The county's notices that nobody took: what they were about, never who should have had them. */
export async function failedNotices(ctx: Ctx, actor: Actor, asked: FailedNoticeQuery): Promise<FailedNoticeList> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'job.read');
    const { items, next, total } = await failedDeliveries(tx, asked);
    const say = (kind: string): string => ctx.app.wording.say(ctx.tag, `notice.${kind}.subject`);
    return {
      items: items.map(({ kind, at, ...one }) => ({
        ...one,
        about: kind === null ? null : say(kind),
        at: at.toISOString(),
      })),
      next,
      total,
    };
  });
}

/** Puts a notice that was given up back in line. Refuses NotFound for another county's, WrongState (409) when it has not failed or cannot be said again. */
export async function retryNotice(ctx: Ctx, actor: Actor, id: string): Promise<FailedNoticeList> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'job.retry');
    await retryDelivery(tx, id);
    await audit(tx, actor, { act: 'notice.retry', noun: 'notice', subjectId: id });
    return failedNotices(ctx, actor, { sort: 'newest', limit: 50 });
  });
}
