import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { VisitLine } from '../contract.ts';
import { whenHappenedTo } from '../order/time.ts';
import { giveBack } from './give-back.ts';
import { tellNotNeeded } from './tell-not-needed.ts';
import { mustBe, visitAtHand } from './visit-acts.ts';
import { oneVisitLine } from './visit-view.ts';

/** Somebody who goes has telephoned that they cannot come; the desk writes it down for them, and no reason is asked. The audit says whom it was heard from, and they are told that they need not go. Refuses: NotFound (404) when they do not go, WrongState (409), TimeInFuture (422). */
export async function releasePerson(
  ctx: Ctx,
  actor: Actor,
  visitId: string,
  { personId, happenedAt }: { personId: string; happenedAt?: Date | undefined },
): Promise<VisitLine> {
  return ctx.transaction(async (tx) => {
    const { order, visit } = await visitAtHand(tx, actor, visitId);
    must(tx, actor, 'visit.release-person', visit);
    mustBe(visit, 'planned', 'cancelled');
    found(visit.assignedIds.find((id) => id === personId));
    await giveBack(tx, actor, order, visit, personId, whenHappenedTo(tx, order, happenedAt));
    await audit(tx, actor, {
      act: 'visit.release-person',
      noun: 'visit',
      subjectId: visitId,
      placeId: order.placeId,
      detail: { saidBy: personId },
    });
    await tellNotNeeded(tx, visit, [personId]);
    return oneVisitLine(tx, actor, visitId);
  });
}
