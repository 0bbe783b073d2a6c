import type { Actor } from '#platform/actor';
import { abilitiesOn, definePermissions } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { OrderState } from './contract.ts';
import type { OrderRow } from './order/order-queries.ts';
import { answerable, cancellable, checkable, endedStates, openStates, waitsForPeople } from './order/states.ts';

/** What the rules look at in an order. */
export type OrderThing = Partial<
  Pick<
    OrderRow,
    | 'id'
    | 'state'
    | 'placeId'
    | 'placeIds'
    | 'unitId'
    | 'assignedIds'
    | 'visitStartsAt'
    | 'visitEndsAt'
    | 'forgottenAt'
    | 'appealOpen'
  >
>;

const handlers = ['coordinator', 'station-keeper'] as const;
/** Who is asked and goes; team leaders are volunteers themselves. */
const goers = ['volunteer', 'team-leader'] as const;
const dayInMilliseconds = 86_400_000;

/** From 24 hours before a visit to 24 hours after it, whoever goes may look at address and phone (志愿服务条例 art. 20, 21). */
export const seeFrom = (startsAt: Date): Date => new Date(startsAt.getTime() - dayInMilliseconds);
export const seeUntil = (endsAt: Date): Date => new Date(endsAt.getTime() + dayInMilliseconds);
/** From two hours before the agreed time, whoever goes may say that they are there. */
export const checkInFrom = (startsAt: Date): Date => new Date(startsAt.getTime() - 7_200_000);

const assigned = (actor: Actor, order: OrderThing): boolean =>
  actor.kind === 'person' && (order.assignedIds?.includes(actor.id) ?? false);
const assignedNow = (actor: Actor, order: OrderThing, at: Date): boolean =>
  assigned(actor, order) &&
  Boolean(
    order.visitStartsAt && order.visitEndsAt && seeFrom(order.visitStartsAt) <= at && at <= seeUntil(order.visitEndsAt),
  );
/** Whoever gave the code and the phone's last four digits: an actor that only `proveDigits` makes. */
const orderer = (actor: Actor, order: OrderThing): boolean =>
  actor.kind === 'guest' && order.id !== undefined && actor.id === `order:${order.id}`;

/** Who may do what with an order. Handlers act at their places; whoever goes sees their own; whoever ordered acts with code and digits. */
export const orderPermissions = definePermissions<OrderThing>('order', {
  'order.list': { roles: [...handlers, 'auditor'], relations: { assigned } },
  // Counts of places: nobody stands in a relation to them.
  'order.figures': { roles: [...handlers, 'auditor'] },
  'order.read': { roles: [...handlers, 'auditor'], relations: { assigned }, relatedRoles: goers },
  'order.take-down': { roles: handlers },
  'order.triage': { roles: handlers },
  'order.check': { roles: handlers },
  'order.change-urgency': { roles: handlers },
  'order.take-on': { roles: handlers },
  'order.repeat': { roles: handlers },
  'order.again': { roles: handlers },
  'order.dispatch': { roles: handlers },
  'order.enter-visit': { roles: handlers },
  'order.exclude': { roles: handlers },
  'order.reopen': { roles: handlers, relations: { orderer } },
  'order.appeal': { roles: handlers, relations: { orderer } },
  'order.answer-appeal': { roles: handlers },
  'order.see-contact': { roles: handlers, relations: { assignedNow } },
  'order.confirm-doorstep': { roles: handlers },
  'order.change-contact': { roles: handlers },
  'order.end-notices': { roles: handlers, relations: { orderer } },
  'order.forget': { roles: handlers },
  'order.reissue-code': { roles: handlers },
  'order.see-looks': { roles: ['coordinator', 'auditor'] },
  'order.change-wish': { roles: handlers, relations: { orderer } },
  'order.cancel': { roles: handlers, relations: { orderer } },
  'order.confirm': { roles: handlers, relations: { orderer } },
  'order.dispute': { roles: handlers, relations: { orderer } },
  'order.rate': { roles: handlers, relations: { orderer } },
  'order.attest': { roles: ['coordinator'], signs: true },
  'order.close': { roles: ['coordinator'] },
});

/** Proposals of the optimiser: who handles the orders of a place asks for them there, and signs. */
export const dispatchPlanPermissions = definePermissions<{ placeId?: string }>('dispatch-plan', {
  'dispatch-plan.list': { roles: [...handlers, 'auditor'] },
  'dispatch-plan.make': { roles: handlers },
  'dispatch-plan.sign': { roles: handlers, signs: true },
});

/** What the rules look at in a visit: its order's place and station, and who goes. */
export interface VisitThing {
  placeId?: string;
  unitId?: string | null;
  assignedIds?: readonly string[];
  /** Of whom another said that they did not come. */
  absentIds?: readonly string[];
}
const goes = (actor: Actor, visit: VisitThing): boolean =>
  actor.kind === 'person' && (visit.assignedIds?.includes(actor.id) ?? false);

const saidAbsent = (actor: Actor, visit: VisitThing): boolean =>
  actor.kind === 'person' && (visit.absentIds?.includes(actor.id) ?? false);

/** Visits: whoever goes checks in and out; handlers may enter it for them, which is another class of evidence. */
export const visitPermissions = definePermissions<VisitThing>('visit', {
  'visit.read': { roles: handlers, relations: { goes, saidAbsent }, relatedRoles: goers },
  'visit.check-in': { roles: handlers, relations: { goes }, relatedRoles: goers },
  'visit.ask-along': { roles: handlers },
  'visit.show-code': { roles: handlers },
  'visit.end-alarm': { roles: handlers },
  'visit.report-incident': { roles: handlers, relations: { goes }, relatedRoles: goers },
  'visit.complete': { roles: handlers, relations: { goes }, relatedRoles: goers },
  // Of two who go, each has their own; nobody says it for them.
  'visit.say-own-time': { relations: { goes, saidAbsent }, relatedRoles: goers },
  'visit.fail': { roles: handlers, relations: { goes }, relatedRoles: goers },
  'visit.release': { relations: { goes }, relatedRoles: goers },
  // Of one who telephones: the desk writes it down for them.
  'visit.release-person': { roles: handlers },
  'visit.hand-over': { relations: { goes }, relatedRoles: goers },
  'visit.exclude': { relations: { goes }, relatedRoles: goers },
});

/** Reports of what went wrong at a visit: outside the line of command. Who coordinates, keeps a station or administers does not see them. */
export const incidentPermissions = definePermissions<{ placeId?: string }>('incident', {
  'incident.read': { roles: ['safeguarding'] },
  'incident.write': { roles: ['safeguarding'] },
});

/** Call-backs: drawn, and given to somebody else where nobody can ring, by who coordinates or audits; made by the one to whom each was given. */
export const callBackPermissions = definePermissions<{ placeId?: string; callerId?: string | null }>('call-back', {
  'call-back.list': { roles: [...handlers, 'auditor'] },
  'call-back.draw': { roles: ['coordinator', 'auditor'] },
  'call-back.give': { roles: ['coordinator', 'auditor'] },
  'call-back.enter': {
    relations: { caller: (actor, callBack) => actor.kind === 'person' && callBack.callerId === actor.id },
    relatedRoles: handlers,
  },
});

/** What the rules look at in an offer: to whom it went; of a team, its members. */
export interface OfferThing {
  placeId?: string;
  unitId?: string | null;
  candidateIds?: readonly string[];
  /** Everybody who volunteers may take it; whether they fit, the rules say. */
  openToAll?: boolean;
  /** Who leads the team to which it went. */
  leaderId?: string | null;
}
const leadsAsked = (actor: Actor, { leaderId }: OfferThing): boolean =>
  actor.kind === 'person' && leaderId === actor.id;
const asked = (actor: Actor, offer: OfferThing): boolean =>
  actor.kind === 'person' && (offer.openToAll === true || (offer.candidateIds?.includes(actor.id) ?? false));

/** Offers are answered by those who are asked, and by nobody for them; whom of a team one would send, its leader says, or the desk. */
export const offerPermissions = definePermissions<OfferThing>('offer', {
  'offer.read': { roles: handlers, relations: { asked, leadsAsked }, relatedRoles: goers },
  'offer.propose': { roles: handlers, relations: { leadsAsked }, relatedRoles: ['team-leader'] },
  'offer.answer': { relations: { asked }, relatedRoles: goers },
});

/** The catalogue is public; coordinators keep it. */
export const servicePermissions = definePermissions('service', {
  'service.read': { everybody: true },
  'service.write': { roles: ['coordinator'] },
});
/** Times for answering. */
export const limitPermissions = definePermissions('limit', {
  'limit.read': { roles: [...handlers, 'auditor', 'administrator'] },
  'limit.write': { roles: ['coordinator', 'administrator'] },
});

interface OwnThing {
  placeId?: string | null;
  unitId?: string | null;
  personId?: string;
  /** Who leads a team of theirs. */
  leaderIds?: readonly string[];
  /** Who served in the visit of which two versions stand. */
  servedIds?: readonly string[];
}
const own = (actor: Actor, thing: OwnThing): boolean => actor.kind === 'person' && thing.personId === actor.id;

const served = (actor: Actor, thing: OwnThing): boolean =>
  actor.kind === 'person' && (thing.servedIds?.includes(actor.id) ?? false);

const leads = (actor: Actor, thing: OwnThing): boolean =>
  actor.kind === 'person' && (thing.leaderIds?.includes(actor.id) ?? false);

/** Volunteers see themselves; those who ask for their help see whom they may ask; whoever leads a team sees its people and nobody else's. */
export const volunteerPermissions = definePermissions<OwnThing>('volunteer', {
  'volunteer.list': { roles: handlers, relations: { own, leads }, relatedRoles: goers },
  'volunteer.write': { roles: ['coordinator'] },
  'volunteer.see-consents': { roles: ['coordinator'], relations: { own }, relatedRoles: goers },
  'volunteer.change-own': { relations: { own }, relatedRoles: goers },
});
/** What the rules look at in an application: where, and who leads the team it is for. */
export interface ApplicationThing {
  placeId?: string;
  leaderId?: string | null;
}
/** Those who look after volunteers take people in; whoever leads a team sees who wishes to join it. */
export const applicationPermissions = definePermissions<ApplicationThing>('application', {
  'application.read': {
    roles: handlers,
    relations: { leadsTeam: (actor, application) => actor.kind === 'person' && application.leaderId === actor.id },
    relatedRoles: ['team-leader'],
  },
  'application.answer': { roles: ['coordinator'] },
});
/** What the rules look at in a team. */
export interface TeamThing {
  placeId?: string;
  unitId?: string | null;
  leaderId?: string | null;
  memberIds?: readonly string[];
}
const belongs = (actor: Actor, team: TeamThing): boolean =>
  actor.kind === 'person' && (team.leaderId === actor.id || (team.memberIds?.includes(actor.id) ?? false));
/** Teams: everybody who volunteers sees that there are some; who is in one only those who belong to it, and those who send it. */
export const teamPermissions = definePermissions<TeamThing>('team', {
  'team.list': { roles: [...handlers, 'team-leader', 'volunteer'] },
  'team.see-members': { roles: handlers, relations: { belongs }, relatedRoles: goers },
  'team.write': { roles: ['coordinator'] },
});
/** What the rules look at in a training or a meeting. */
export interface GatheringThing {
  placeId?: string;
  leaderId?: string | null;
  guestIds?: readonly string[];
}
const leadsTeam = (actor: Actor, { leaderId }: GatheringThing): boolean =>
  actor.kind === 'person' && leaderId === actor.id;
const isInvited = (actor: Actor, { guestIds }: GatheringThing): boolean =>
  actor.kind === 'person' && (guestIds?.includes(actor.id) ?? false);
/** Trainings and meetings: kept by the desk and by whoever leads the team, seen by whoever is invited. */
export const gatheringPermissions = definePermissions<GatheringThing>('gathering', {
  'gathering.list': { roles: handlers, relations: { leadsTeam, isInvited }, relatedRoles: goers },
  'gathering.write': { roles: handlers, relations: { leadsTeam }, relatedRoles: ['team-leader'] },
});
/** The ledger of hours: one's own, and the organisation's that keeps it (谁记录谁证明). */
export const hoursPermissions = definePermissions<OwnThing>('hours', {
  'hours.list': { roles: [...handlers, 'auditor'], relations: { own } },
  'hours.reverse': { roles: ['coordinator'] },
  // The second hand for what was typed in later; never that of whoever recorded or served.
  'hours.countersign': { roles: handlers, signs: true },
  'hours.ask-correction': { relations: { own }, relatedRoles: goers },
  'hours.answer-correction': { roles: ['coordinator'] },
  // Two versions of one visit: for those who served, and those who may decide.
  'hours.see-difference': { roles: [...handlers, 'auditor'], relations: { served }, relatedRoles: goers },
  'hours.answer-difference': { relations: { served }, relatedRoles: goers },
  'hours.decide': { roles: ['coordinator'] },
  // Samples and unusual entries, for the organisation and for the authority (办法 art. 21).
  'hours.inspect': { roles: ['coordinator', 'auditor'] },
  // What goes to the national system and what it answers.
  'hours.reconcile': { roles: ['coordinator'] },
});

/** Certificates: asked for by volunteers, issued by the unit that recorded. */
export const certificatePermissions = definePermissions<OwnThing>('certificate', {
  'certificate.list': { roles: [...handlers, 'auditor'], relations: { own } },
  'certificate.ask': { relations: { own }, relatedRoles: goers },
  'certificate.issue': { roles: handlers, signs: true },
  'certificate.revoke': { roles: ['coordinator'], signs: true },
});

// In which states an ability leads anywhere: a button that could only be refused is not shown.
const statesOf: Readonly<Record<string, ReadonlySet<OrderState>>> = {
  'order.triage': answerable,
  'order.check': checkable,
  'order.change-urgency': waitsForPeople,
  'order.dispatch': new Set<OrderState>(['accepted', 'dispatched']),
  'order.enter-visit': new Set<OrderState>(['accepted', 'dispatched', 'visit-failed']),
  'order.repeat': cancellable,
  'order.again': endedStates,
  'order.reopen': new Set<OrderState>([
    'dispatched',
    'taken',
    'visit-failed',
    'disputed',
    'confirmed',
    'rated',
    'closed',
  ]),
  'order.appeal': new Set<OrderState>(['refused']),
  'order.change-wish': new Set<OrderState>(['submitted', 'accepted', 'paused', 'dispatched', 'taken']),
  'order.cancel': cancellable,
  'order.confirm': new Set<OrderState>(['done', 'disputed']),
  'order.dispute': new Set<OrderState>(['done']),
  'order.rate': new Set<OrderState>(['done', 'confirmed']),
  'order.attest': new Set<OrderState>(['done', 'disputed']),
  'order.close': new Set<OrderState>(['done', 'disputed']),
  'order.change-contact': openStates,
  'order.forget': endedStates,
};

// What the last four digits prove, or is copied: once they are forgotten, nothing can be.
const needsContact: ReadonlySet<string> = new Set(['order.again', 'order.forget', 'order.reissue-code']);

/** What this actor can really do with the order now. Whether they may take it on depends on the station to which it was referred: `referral.ts`. */
export function orderAbilities(tx: Tx, actor: Actor, order: OrderThing & { state: OrderState }): string[] {
  return abilitiesOn(tx, actor, 'order', order)
    .filter((ability) => ability !== 'order.take-on')
    .filter((ability) => statesOf[ability]?.has(order.state) ?? true)
    .filter((ability) => !needsContact.has(ability) || !order.forgottenAt)
    .filter((ability) => ability !== 'order.check' || order.state !== 'refused' || order.appealOpen === true)
    .filter((ability) => ability !== 'order.see-contact' || isAtHand(order) || assignedNow(actor, order, tx.at));
}

// A refusal that somebody objects to is judged by whoever may ask them back.
const isAtHand = (order: OrderThing & { state: OrderState }): boolean =>
  openStates.has(order.state) || order.appealOpen === true;

/** Whether address and phone may be looked at now: by handlers while the order or an appeal is open, by whoever goes around the visit. */
export const maySeeContact = (tx: Tx, actor: Actor, order: OrderThing & { state: OrderState }): boolean =>
  orderAbilities(tx, actor, order).includes('order.see-contact');

/** Until when; null: while the order is open. */
export const seesUntil = (actor: Actor, order: OrderThing): Date | null =>
  assigned(actor, order) && order.visitEndsAt ? seeUntil(order.visitEndsAt) : null;
