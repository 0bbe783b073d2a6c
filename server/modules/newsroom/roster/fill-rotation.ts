import { giveGrant, holdersOf } from '#access';
import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { DutyRole } from '../contract.ts';
import { momentsAt, shiftsWithin } from './shift-queries.ts';
import { changeDays, uncovered } from './spans.ts';

const mostDays = 200;
/** What is shorter is left as it is: nobody comes for a quarter of an hour. */
const shortest = 30 * 60_000;

/** A rotation to fill. */
export interface Rotation {
  role: DutyRole;
  placeId: string;
  /** One after the other, then from the beginning. */
  personIds: readonly string[];
  fromOn: string;
  untilOn: string;
  each: 'day' | 'week' | 'half-month';
  /** HH:mm of the county. */
  changesAt: string;
}

/** 排班: gives duty to a list of people in turn, only where nobody has it yet, so that asked twice it changes nothing. Each shift is a grant of duty like any other, and nobody gives one to themselves. Refuses: NotOnThisPost (422) for whoever does not hold the role there; OwnGrant (409); BadRequest (400) for more than 200 days or an end before the beginning. */
export async function fillRotation(ctx: Ctx, actor: Actor, rotation: Rotation): Promise<{ shifts: number }> {
  return ctx.transaction(async (tx) => {
    const placeId = placeOrRefuse(tx, rotation.placeId).id;
    must(tx, actor, 'duty.arrange', { placeId });
    const wrong = (): never => refuse('BadRequest', {}, [{ path: '/untilOn', code: 'invalid_value' }]);
    if (rotation.untilOn < rotation.fromOn) wrong();
    const days = changeDays(rotation.fromOn, rotation.untilOn, rotation.each);
    if (changeDays(rotation.fromOn, rotation.untilOn, 'day').length > mostDays + 1) wrong();
    await mustHoldRole(tx, { ...rotation, placeId });
    // Two who fill the same post at once come one after the other; the second finds it filled.
    await tx.named('newsroom.roster-lock', 'select pg_advisory_xact_lock(771012, $1)', [tx.countyId]);
    const moments = await momentsAt(tx, days, rotation.changesAt);
    const whole = { fromAt: later(moments[0] ?? tx.at, tx.at), untilAt: moments.at(-1) ?? tx.at };
    const standing =
      whole.fromAt < whole.untilAt ? await shiftsWithin(tx, whole, { role: rotation.role, placeId }) : [];
    let shifts = 0;
    for (let at = 0; at + 1 < moments.length; at += 1) {
      const span = { fromAt: later(moments[at] ?? tx.at, tx.at), untilAt: moments[at + 1] ?? tx.at };
      const personId = rotation.personIds[at % rotation.personIds.length] ?? '';
      for (const free of span.fromAt < span.untilAt ? uncovered(span, standing) : []) {
        if (free.untilAt.getTime() - free.fromAt.getTime() < shortest) continue;
        await giveGrant(ctx, actor, {
          personId,
          role: rotation.role,
          placeId,
          duty: true,
          fromAt: free.fromAt.toISOString(),
          untilAt: free.untilAt.toISOString(),
        });
        shifts += 1;
      }
    }
    return { shifts };
  });
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

async function mustHoldRole(tx: Tx, { role, placeId, personIds }: Rotation): Promise<void> {
  const holders = await holdersOf(tx, { roles: [role], placeId });
  const stranger = personIds.findIndex((id) => !holders.includes(id));
  if (stranger >= 0) refuse('NotOnThisPost', {}, [{ path: `/personIds/${stranger}`, code: 'invalid_value' }]);
}
