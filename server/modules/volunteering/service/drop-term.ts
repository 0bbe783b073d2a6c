import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { TermRef } from '../contract.ts';
import { forgetTerm, termForUpdate, termUses } from './terms.ts';

/** Takes a group, skill, licence or training off the county's lists. Refuses: NotFound (404), TermInUse (409) while a service, a volunteer or a team stands under it. */
export async function dropTerm(ctx: Ctx, actor: Actor, term: TermRef): Promise<void> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'service.write', { placeId: rootPlace(tx).id });
    await termForUpdate(tx, term);
    const subjectId = `${term.kind}:${term.key}`;
    const uses = (await termUses(tx)).get(subjectId);
    if (uses && uses.services + uses.volunteers + uses.teams > 0) refuse('TermInUse', { ...uses });
    await forgetTerm(tx, term);
    await audit(tx, actor, { act: 'service-term.drop', noun: 'service-term', subjectId });
  });
}
