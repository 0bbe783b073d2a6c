import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { atHome } from '../dispatch/gates/gate.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { maySayOwnTime } from './own-times.ts';
import type { VisitRow } from './visit-queries.ts';

// In which states of a visit an ability leads anywhere: a button that could only be refused is not shown.
const statesOf: Readonly<Record<string, readonly VisitRow['state'][]>> = {
  'visit.ask-along': ['planned'],
  'visit.check-in': ['planned', 'under-way'],
  'visit.show-code': ['planned', 'under-way'],
  'visit.complete': ['planned', 'under-way'],
  'visit.say-own-time': ['done'],
  'visit.fail': ['planned', 'under-way'],
  'visit.hand-over': ['planned'],
  'visit.release': ['planned'],
  'visit.release-person': ['planned'],
};

// Of a visit that is not the order's any more too.
const ofAnyVisit = new Set(['visit.read', 'visit.report-incident', 'visit.exclude', 'visit.say-own-time']);

/** What this actor can really do with a visit of this order now. */
export const visitAbilities = (tx: Tx, actor: Actor, visit: VisitRow, order: OrderRow): string[] =>
  abilitiesOn(tx, actor, 'visit', visit)
    .filter((ability) => statesOf[ability]?.includes(visit.state) ?? true)
    .filter((ability) => ofAnyVisit.has(ability) || order.visitId === visit.id)
    // Once somebody is there, the others of them say it for themselves; what stands in the ledger is corrected there.
    .filter((ability) => ability !== 'visit.check-in' || visit.state === 'planned' || mayArriveToo(actor, visit))
    .filter(
      (ability) =>
        ability !== 'visit.say-own-time' || (!visit.recordedIds.includes(actor.id) && maySayOwnTime(visit, tx.at)),
    )
    .filter((ability) => ability !== 'visit.show-code' || order.facts.where === 'station')
    .filter((ability) => ability !== 'visit.ask-along' || (order.state === 'taken' && atHome(order.facts)));

/** Whether this person is one of several who go, and has not said yet that they are there too. */
export const mayArriveToo = (actor: Actor, { assignedIds, arrivedIds }: VisitRow): boolean =>
  assignedIds.length > 1 && assignedIds.includes(actor.id) && !arrivedIds.includes(actor.id);
