import { z } from 'zod';
import { defineEvent } from '#platform/events';

const order = { orderId: z.uuid(), serviceId: z.uuid(), placeId: z.uuid(), stationId: z.uuid().nullable() };

/** 点单: somebody ordered. */
export const orderSubmitted = defineEvent('order.submitted', 1, 'orderId', {
  ...order,
  channel: z.string(),
  suspect: z.boolean(),
});
/** 审单: the station answered. */
export const orderAnswered = defineEvent('order.answered', 1, 'orderId', { ...order, verdict: z.string() });
/** 申诉: whoever ordered objects to the refusal; their words stand in no event. */
export const orderAppealed = defineEvent('order.appealed', 1, 'orderId', order);
/** 派单: offers went out. */
export const orderDispatched = defineEvent('order.dispatched', 1, 'orderId', {
  ...order,
  visitId: z.uuid(),
  offerIds: z.array(z.uuid()),
  personIds: z.array(z.uuid()),
});
/** Whoever leads the team that was asked would send these of it. */
export const offerProposed = defineEvent('offer.proposed', 1, 'orderId', {
  ...order,
  offerId: z.uuid(),
  personIds: z.array(z.uuid()),
});
/** Somebody declined, or the last open offer ended, and the order waits for dispatch again. */
export const orderBackForDispatch = defineEvent('order.back-for-dispatch', 1, 'orderId', {
  ...order,
  because: z.enum(['declined', 'expired', 'given-back', 'reopened', 'visit-failed', 'wish-changed']),
});
/** 接单: everybody who is needed has taken it. */
export const orderTaken = defineEvent('order.taken', 1, 'orderId', {
  ...order,
  visitId: z.uuid(),
  personIds: z.array(z.uuid()),
});
/** Whoever goes has arrived. */
export const visitBegun = defineEvent('visit.begun', 1, 'orderId', { ...order, visitId: z.uuid() });
/** The visit is over, as those say who went. */
export const orderDone = defineEvent('order.done', 1, 'orderId', { ...order, visitId: z.uuid() });
/** The visit did not come off. */
export const visitFailed = defineEvent('visit.failed', 1, 'orderId', { ...order, visitId: z.uuid() });
/** The resident says that it was done. */
export const orderConfirmed = defineEvent('order.confirmed', 1, 'orderId', { ...order, visitId: z.uuid() });
/** The resident says that it was not. */
export const orderDisputed = defineEvent('order.disputed', 1, 'orderId', { ...order, visitId: z.uuid() });
/** 评单. */
export const orderRated = defineEvent('order.rated', 1, 'orderId', { ...order, visitId: z.uuid(), score: z.int() });
/** Nobody comes any more. */
export const orderCancelled = defineEvent('order.cancelled', 1, 'orderId', { ...order, personIds: z.array(z.uuid()) });
/** The resident wishes another time. */
export const orderChanged = defineEvent('order.changed', 1, 'orderId', { ...order, personIds: z.array(z.uuid()) });
/** A phone or the address was put right; what it says now stands in no event. */
export const orderContactMended = defineEvent('order.contact-mended', 1, 'orderId', {
  ...order,
  personIds: z.array(z.uuid()),
});
/** Over: nothing more is expected. */
export const orderClosed = defineEvent('order.closed', 1, 'orderId', order);
/** Something is due or overdue; `kind` says what. */
export const reminderDue = defineEvent('order.reminder-due', 1, 'orderId', {
  ...order,
  kind: z.string(),
  subjectId: z.uuid(),
  personIds: z.array(z.uuid()),
});
/** An entry stands in the ledger of hours. */
export const hoursRecorded = defineEvent('hours.recorded', 1, 'hourId', {
  hourId: z.uuid(),
  personId: z.uuid(),
  orderId: z.uuid(),
  minutes: z.int(),
  evidence: z.string(),
});
/** A volunteer says that an entry is wrong. */
export const hoursCorrectionAsked = defineEvent('hours.correction-asked', 1, 'hourId', {
  hourId: z.uuid(),
  correctionId: z.uuid(),
  placeId: z.uuid(),
  unitId: z.uuid().nullable(),
});
/** The organisation has answered. */
export const hoursCorrectionAnswered = defineEvent('hours.correction-answered', 1, 'hourId', {
  hourId: z.uuid(),
  correctionId: z.uuid(),
  personId: z.uuid(),
});
/** The person served says another time than those who went. */
export const hoursDiffer = defineEvent('hours.differ', 1, 'differenceId', {
  differenceId: z.uuid(),
  orderId: z.uuid(),
  placeId: z.uuid(),
  unitId: z.uuid().nullable(),
  personIds: z.array(z.uuid()),
});
/** Both agree, or somebody has decided. */
export const hoursSettled = defineEvent('hours.settled', 1, 'differenceId', {
  differenceId: z.uuid(),
  orderId: z.uuid(),
  personIds: z.array(z.uuid()),
});
/** 回访: visits were drawn, and these have calls to make. */
export const callBacksDrawn = defineEvent('call-back.drawn', 1, 'drawId', {
  drawId: z.uuid(),
  personIds: z.array(z.uuid()),
});
/** A call-back that nobody could make is somebody else's now. */
export const callBackGiven = defineEvent('call-back.given', 1, 'callBackId', {
  callBackId: z.uuid(),
  personId: z.uuid(),
});
/** A volunteer asks for a certificate. */
export const certificateAsked = defineEvent('certificate.asked', 1, 'requestId', {
  requestId: z.uuid(),
  unitId: z.uuid().nullable(),
  placeId: z.uuid(),
});
/** A certificate was issued. */
export const certificateIssued = defineEvent('certificate.issued', 1, 'certificateId', {
  certificateId: z.uuid(),
  personId: z.uuid(),
});
/** A certificate does not hold any more. */
export const certificateRevoked = defineEvent('certificate.revoked', 1, 'certificateId', {
  certificateId: z.uuid(),
  personId: z.uuid(),
});
/** The catalogue changed. */
export const serviceChanged = defineEvent('service.changed', 1, 'serviceId', { serviceId: z.uuid(), slug: z.string() });
/** What is known of a volunteer changed: their visits to come are looked at again. */
export const volunteerChanged = defineEvent('volunteer.changed', 1, 'personId', { personId: z.uuid() });
/** Volunteers are called to a training or a meeting. */
export const gatheringCalled = defineEvent('gathering.called', 1, 'gatheringId', {
  gatheringId: z.uuid(),
  personIds: z.array(z.uuid()),
});
/** It is at another time, or called off. */
export const gatheringChanged = defineEvent('gathering.changed', 1, 'gatheringId', {
  gatheringId: z.uuid(),
  personIds: z.array(z.uuid()),
});
/** A volunteer says they hold a paper, and somebody is asked to look at it. */
export const licenceClaimed = defineEvent('licence.claimed', 1, 'claimId', {
  claimId: z.uuid(),
  personId: z.uuid(),
  checkerId: z.uuid(),
});
/** Somebody has looked at it. */
export const licenceAnswered = defineEvent('licence.answered', 1, 'claimId', {
  claimId: z.uuid(),
  personId: z.uuid(),
  verdict: z.string(),
});
/** Somebody goes in another's place. */
export const visitHandedOver = defineEvent('visit.handed-over', 1, 'orderId', {
  ...order,
  visitId: z.uuid(),
  fromId: z.uuid(),
  toId: z.uuid(),
});
/** Somebody wishes to volunteer; what they said of themselves stands in no event. */
export const applicationSent = defineEvent('application.sent', 1, 'applicationId', {
  applicationId: z.uuid(),
  placeId: z.uuid(),
});
