import type { Actor } from '#platform/actor';
import { may, mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { LeavingCopies } from '../contract.ts';
import { copiesInPauseOf } from '../copy/copy-queries.ts';
import type { DeskCopy } from '../copy/copy-queries.ts';

/** What still waits for its pause, of the stories that the asker signed last and may stop, story by story: the first to leave first. Refuses: Forbidden (403) for whoever may stop nothing. */
export const leavingCopies = (ctx: Ctx, actor: Actor): Promise<LeavingCopies> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'copy.give-up');
    if (actor.kind !== 'person') return { items: [] };
    const copies = (await copiesInPauseOf(tx, actor.id)).filter((copy) => may(tx, actor, 'copy.give-up', copy));
    const now = ctx.app.clock.now().getTime();
    const items = [...Map.groupBy(copies, (copy) => copy.storyId).values()].flatMap((of) => leaving(of, now) ?? []);
    return { items };
  });

/** `copies`: of one story, the first to leave first. */
function leaving(copies: readonly DeskCopy[], now: number): LeavingCopies['items'][number] | undefined {
  const [first] = copies;
  if (!first) return undefined;
  return {
    storyId: first.storyId,
    title: first.storyTitle,
    channelNames: copies.flatMap((copy) => copy.channelName ?? []),
    leavesInSeconds: Math.max(0, Math.ceil(((first.dueAt?.getTime() ?? now) - now) / 1_000)),
  };
}
