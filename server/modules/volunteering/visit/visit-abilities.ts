import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { atHome } from '../dispatch/gates/gate.ts';
import type { OrderRow } from '../order/order-queries.ts';
import type { VisitRow } from './visit-queries.ts';

// In which states of a visit an ability leads anywhere: a button that could only be refused is not shown.
const statesOf: Readonly<Record<string, readonly VisitRow['state'][]>> = {
  'visit.ask-along': ['planned'],
  'visit.check-in': ['planned'],
  'visit.show-code': ['planned', 'under-way'],
  'visit.complete': ['planned', 'under-way'],
  'visit.fail': ['planned', 'under-way'],
  'visit.hand-over': ['planned'],
  'visit.release': ['planned'],
  'visit.release-person': ['planned'],
};

// Of a visit that is not the order's any more too.
const ofAnyVisit = new Set(['visit.read', 'visit.report-incident', 'visit.exclude']);

/** What this actor can really do with a visit of this order now. */
export const visitAbilities = (tx: Tx, actor: Actor, visit: VisitRow, order: OrderRow): string[] =>
  abilitiesOn(tx, actor, 'visit', visit)
    .filter((ability) => statesOf[ability]?.includes(visit.state) ?? true)
    .filter((ability) => ofAnyVisit.has(ability) || order.visitId === visit.id)
    .filter((ability) => ability !== 'visit.show-code' || order.facts.where === 'station')
    .filter((ability) => ability !== 'visit.ask-along' || (order.state === 'taken' && atHome(order.facts)));
