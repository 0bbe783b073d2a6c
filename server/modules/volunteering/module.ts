import type { Manifest } from '#platform/manifest';
import { figures } from './figures.ts';
import { certificateRoutes } from './http/certificate-routes.ts';
import { hourRoutes } from './http/hour-routes.ts';
import { orderRoutes } from './http/order-routes.ts';
import { serviceRoutes } from './http/service-routes.ts';
import { visitRoutes } from './http/visit-routes.ts';
import { volunteerRoutes } from './http/volunteer-routes.ts';
import { hoursVerify } from './hours/verify-hours.ts';
import { recurring } from './jobs.ts';
import { offerStates, orderStates, visitStates } from './order/states.ts';
import { certificateStatusPage } from './pages/certificate-status-page.ts';
import { orderFormPage, serviceOrderPage } from './pages/order-form-page.ts';
import {
  orderCancelPage,
  orderChangePage,
  orderRatingPage,
  orderSlipPage,
  orderStatusPage,
} from './pages/order-pages.ts';
import { orderPaperPage } from './pages/order-paper-page.ts';
import { servicePage, servicesPage } from './pages/service-pages.ts';
import {
  certificatePermissions,
  hoursPermissions,
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
import { waiting } from './waiting.ts';

/** What the module volunteering gives to the program. */
export const volunteering: Manifest = {
  name: 'volunteering',
  routes: [...serviceRoutes, ...orderRoutes, ...visitRoutes, ...volunteerRoutes, ...hourRoutes, ...certificateRoutes],
  pages: [
    servicesPage,
    servicePage,
    serviceOrderPage,
    orderPaperPage,
    orderFormPage,
    orderStatusPage,
    orderSlipPage,
    orderChangePage,
    orderCancelPage,
    orderRatingPage,
    certificateStatusPage,
  ],
  permissions: [
    orderPermissions,
    visitPermissions,
    offerPermissions,
    servicePermissions,
    limitPermissions,
    volunteerPermissions,
    teamPermissions,
    hoursPermissions,
    certificatePermissions,
  ],
  subscriptions,
  recurring,
  states: [orderStates, visitStates, offerStates],
  refusals: {
    PlaceNotServed: 422,
    ServiceNotOffered: 422,
    TimeInPast: 422,
    TimeTooFar: 422,
    TimeInFuture: 422,
    CandidateNotQualified: 422,
    NotEnoughCandidates: 422,
    NotYet: 422,
    MinutesMissing: 422,
    TooEarly: 422,
    AttestationNotAllowed: 422,
    MergeNotPossible: 422,
    NotReversible: 422,
    NothingToCertify: 422,
    SpanTooLong: 422,
    LastFourWrong: 403,
    NotNow: 403,
    OwnVisit: 403,
    OwnHours: 403,
    SameHand: 403,
    OrderRepeated: 409,
    OrderStillOpen: 409,
    SlugTaken: 409,
    OfferEnded: 409,
    AlreadyAnswered: 409,
    AlreadyRated: 409,
    AlreadyReversed: 409,
    NotWaiting: 409,
    CertificateAsked: 409,
    AlreadyIssued: 409,
    AlreadyRevoked: 409,
    CorrectionOpen: 409,
    AlreadyVolunteer: 409,
    TermInUse: 409,
  },
  texts,
  commands: [hoursVerify],
  searchable: [searchableServices],
  personalData,
  waiting,
  figures,
};
