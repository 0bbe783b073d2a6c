import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import { rootPlace } from '#places';
import type { ChainStepName } from '../story/states.ts';
import type { Part } from './voiding-rules.ts';

/** Says which steps' signatures fall when a part is changed in review, for edits from now on. */
export async function setVoidingRule(
  ctx: Ctx,
  actor: Actor,
  request: { part: Part; falls: readonly ChainStepName[] },
): Promise<void> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'chain.arrange', { placeId: rootPlace(tx).id });
    const falls = [...new Set(request.falls)];
    await tx.named(
      'newsroom.set-voiding-rule',
      `insert into newsroom.voiding_rules (county_id, part, falls, changed_by, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (county_id, part) do update set falls = excluded.falls, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      [tx.countyId, request.part, falls, actor.id, tx.at],
    );
    await audit(tx, actor, {
      act: 'chain.set-voiding',
      noun: 'chain',
      subjectId: request.part,
      detail: { part: request.part, steps: falls },
    });
  });
}
