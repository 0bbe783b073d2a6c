import type { Manifest } from '#platform/manifest';
import { figures, yearly } from './figures.ts';
import { dispatchPlanRoutes } from './http/dispatch-plan-routes.ts';
import { appealRoutes } from './http/appeal-routes.ts';
import { callBackRoutes } from './http/call-back-routes.ts';
import { certificateRoutes } from './http/certificate-routes.ts';
import { hourRoutes } from './http/hour-routes.ts';
import { open311Routes } from './http/open311-routes.ts';
import { orderNoticeRoutes } from './http/order-notice-routes.ts';
import { smsRoutes } from './http/sms-routes.ts';
import { orderRoutes } from './http/order-routes.ts';
import { gateRoutes } from './http/gate-routes.ts';
import { gatheringRoutes } from './http/gathering-routes.ts';
import { joinRoutes } from './http/join-routes.ts';
import { seriesRoutes } from './http/series-routes.ts';
import { serviceRoutes } from './http/service-routes.ts';
import { safetyRoutes } from './http/safety-routes.ts';
import { visitRoutes } from './http/visit-routes.ts';
import { volunteerRoutes } from './http/volunteer-routes.ts';
import { hoursVerify } from './hours/verify-hours.ts';
import { recurring } from './jobs.ts';
import { orderAgain } from './order/forget-order.ts';
import { orderNames } from './order/order-names.ts';
import { offerStates, orderStates, visitStates } from './order/states.ts';
import { certificateStatusPage } from './pages/certificate-status-page.ts';
import { noticesAgain, seriesNoticesAgain } from './order/notices/end-notices.ts';
import { noticeSubscriptions } from './order/notices/subscriptions.ts';
import { orderFormPage, serviceOrderPage } from './pages/order-form-page.ts';
import {
  orderAppealPage,
  orderCancelPage,
  orderChangePage,
  orderDaysPage,
  orderQuietPage,
  orderRatingPage,
  orderReopenPage,
  orderSettledPage,
  orderSlipPage,
  orderStatusPage,
} from './pages/order-pages.ts';
import {
  kioskHomePage,
  kioskLookUpPage,
  kioskOrderPage,
  kioskServicesPage,
  kioskSlipPage,
  kioskStartPage,
  kioskStatusPage,
} from './pages/kiosk/kiosk-pages.ts';
import { joinedPage, joinPage } from './pages/join-page.ts';
import { orderPaperPage } from './pages/order-paper-page.ts';
import { helpGivenPage } from './pages/help-given-page.ts';
import { servicePage, servicesPage } from './pages/service-pages.ts';
import { planStates } from './plan/plan-queries.ts';
import {
  applicationPermissions,
  callBackPermissions,
  dispatchPlanPermissions,
  certificatePermissions,
  gatheringPermissions,
  hoursPermissions,
  incidentPermissions,
  limitPermissions,
  offerPermissions,
  orderPermissions,
  servicePermissions,
  teamPermissions,
  visitPermissions,
  volunteerPermissions,
} from './permissions.ts';
import { personalData } from './personal-data.ts';
import { searchableServices } from './searchable.ts';
import { subscriptions } from './subscriptions.ts';
import { texts } from './texts/index.ts';
import { assignmentStates } from './visit/assignment-states.ts';
import { calendarEntries } from './visit/calendar-entries.ts';
import { sealed } from './sealed.ts';
import { waiting } from './waiting.ts';

/** What the module volunteering gives to the program. */
export const volunteering: Manifest = {
  name: 'volunteering',
  routes: [
    ...serviceRoutes,
    ...orderRoutes,
    ...orderNoticeRoutes,
    ...smsRoutes,
    ...appealRoutes,
    ...open311Routes,
    ...seriesRoutes,
    ...dispatchPlanRoutes,
    ...visitRoutes,
    ...safetyRoutes,
    ...callBackRoutes,
    ...volunteerRoutes,
    ...gateRoutes,
    ...gatheringRoutes,
    ...joinRoutes,
    ...hourRoutes,
    ...certificateRoutes,
  ],
  pages: [
    servicesPage,
    servicePage,
    helpGivenPage,
    serviceOrderPage,
    orderPaperPage,
    orderFormPage,
    orderStatusPage,
    orderSlipPage,
    orderChangePage,
    orderCancelPage,
    orderDaysPage,
    orderQuietPage,
    orderRatingPage,
    orderAppealPage,
    orderReopenPage,
    orderSettledPage,
    kioskStartPage,
    kioskHomePage,
    kioskServicesPage,
    kioskOrderPage,
    kioskSlipPage,
    kioskLookUpPage,
    kioskStatusPage,
    joinPage,
    joinedPage,
    certificateStatusPage,
  ],
  permissions: [
    orderPermissions,
    dispatchPlanPermissions,
    visitPermissions,
    incidentPermissions,
    callBackPermissions,
    offerPermissions,
    servicePermissions,
    limitPermissions,
    volunteerPermissions,
    applicationPermissions,
    teamPermissions,
    gatheringPermissions,
    hoursPermissions,
    certificatePermissions,
  ],
  subscriptions: [...subscriptions, ...noticeSubscriptions],
  recurring,
  states: [orderStates, visitStates, assignmentStates, offerStates, planStates],
  refusals: {
    PlaceNotServed: 422,
    OutOfReach: 422,
    ServiceNotOffered: 422,
    OutOfSeason: 422,
    TimeInPast: 422,
    TimeTooFar: 422,
    TimeInFuture: 422,
    CandidateNotQualified: 422,
    NotEnoughCandidates: 422,
    NotYet: 422,
    ChecksMissing: 422,
    RiskReasonMissing: 422,
    ProofWrong: 422,
    CodeNotShown: 422,
    PinNotPossible: 422,
    NotPlanned: 422,
    MinutesMissing: 422,
    TooEarly: 422,
    TooLateToTakeBack: 409,
    CallFirst: 422,
    CallBackDone: 409,
    CallerThere: 409,
    NobodyToRing: 422,
    AttestationNotAllowed: 422,
    WishesExclude: 422,
    RepeatNotPossible: 422,
    RepeatsTooMany: 409,
    GroupTooLarge: 422,
    TooFewPeople: 422,
    MergeNotPossible: 422,
    NotReversible: 422,
    NothingToCertify: 422,
    SpanTooLong: 422,
    LastFourWrong: 403,
    NotNow: 403,
    OwnVisit: 403,
    OwnRefusal: 403,
    OwnHours: 403,
    HoursStand: 409,
    OwnTimeOver: 409,
    OwnLicence: 403,
    OwnPresence: 403,
    GatheringOff: 409,
    GatheringHeld: 409,
    GatheringAhead: 422,
    TeamClosed: 422,
    AlreadyShown: 409,
    AlreadyApplied: 409,
    TooYoung: 422,
    GuardianNeeded: 422,
    AlreadyOpen: 409,
    InRound: 409,
    NotInRound: 409,
    RoundApart: 422,
    RoundTooLong: 422,
    AlreadyAsked: 409,
    HandOverAsked: 409,
    NewcomerThere: 409,
    NotNewcomer: 422,
    NobodyFits: 422,
    NobodyToCheck: 422,
    SameHand: 403,
    OrderRepeated: 409,
    ElsewhereThen: 409,
    OrderStillOpen: 409,
    PlanOutdated: 409,
    SlugTaken: 409,
    OfferEnded: 409,
    AlreadyAnswered: 409,
    AlreadyRated: 409,
    AppealMade: 409,
    AlreadyReversed: 409,
    NotWaiting: 409,
    AlarmEnded: 409,
    IncidentClosed: 409,
    CertificateAsked: 409,
    AlreadyIssued: 409,
    RequestWithdrawn: 409,
    AlreadyRevoked: 409,
    CorrectionOpen: 409,
    HoursDiffer: 409,
    MinutesBeyond: 422,
    AlreadyVolunteer: 409,
    ConsentTakenBack: 409,
    TermInUse: 409,
  },
  texts,
  commands: [hoursVerify],
  keys: ['orders'],
  searchable: [searchableServices],
  personalData,
  sealed,
  erasures: [orderAgain, noticesAgain, seriesNoticesAgain],
  waiting,
  figures,
  yearly,
  calendar: calendarEntries,
  names: orderNames,
};
