import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { mustSomewhere } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { ContributionView } from '../contract.ts';
import { contributionForUpdate, editionsOf } from './contribution-queries.ts';
import { followWithdrawal } from './follow-origin.ts';
import { standingFor } from './standing-for.ts';

/** The centre that published a contributed text took it down. Twice is once. Refuses: NotFound (404) for what was never handed in, or by another account. */
export async function withdrawContribution(
  ctx: Ctx,
  actor: Actor,
  which: { readonly issuer: string; readonly source: string },
): Promise<ContributionView> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'contribution.send');
    const known = found(await contributionForUpdate(tx, which));
    if (known.senderId !== actor.id) refuse('NotFound');
    await followWithdrawal(tx, actor, known);
    await audit(tx, actor, { act: 'contribution.withdraw', noun: 'story', subjectId: known.storyId });
    return standingFor(tx, known, (await editionsOf(tx, [known.id])).at(-1)?.number ?? 1);
  });
}
