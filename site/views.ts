import type {
  ChannelsViews,
  DemonstrationViews,
  MediaViews,
  NewsroomViews,
  PortalViews,
  VolunteeringViews,
} from '@xiangyin/server/contract';
import { receipts } from './channels/receipts.tsx';
import { subscribe, subscriptionChoices, subscriptionConfirm } from './channels/subscribe.tsx';
import { people } from './demonstration/people.tsx';
import { walk } from './demonstration/walk.tsx';
import { material } from './media/material.tsx';
import { corrections } from './newsroom/corrections.tsx';
import { reportError, reportErrorThanks } from './newsroom/report-error.tsx';
import { section } from './newsroom/section.tsx';
import { storyWithdrawn } from './newsroom/story-withdrawn.tsx';
import { story } from './newsroom/story.tsx';
import { series, tag } from './newsroom/tag.tsx';
import { about } from './portal/about.tsx';
import { error } from './portal/error.tsx';
import { home } from './portal/home.tsx';
import { offline } from './portal/offline.tsx';
import { place } from './portal/place.tsx';
import { places } from './portal/places.tsx';
import { search } from './portal/search.tsx';
import { starting } from './portal/starting.tsx';
import { accessibility, contact, principles, privacy } from './portal/statements.tsx';
import { verify } from './portal/verify.tsx';
import type { View } from './view.ts';
import {
  kiosk,
  kioskLookUp,
  kioskOrder,
  kioskServices,
  kioskSlip,
  kioskStart,
  kioskStatus,
} from './volunteering/kiosk/kiosk.tsx';
import { helpGiven } from './volunteering/help-given.tsx';
import { join, joined } from './volunteering/join.tsx';
import { orderCancel, orderChange, orderQuiet } from './volunteering/order-change.tsx';
import { orderForm } from './volunteering/order-form.tsx';
import { orderPaper } from './volunteering/order-paper.tsx';
import { orderAppeal, orderReopen, orderSettled } from './volunteering/order-appeal.tsx';
import { orderDays } from './volunteering/order-days.tsx';
import { orderSlip } from './volunteering/order-slip.tsx';
import { orderStatus } from './volunteering/order-status.tsx';
import { rating } from './volunteering/rating.tsx';
import { service } from './volunteering/service.tsx';
import { services } from './volunteering/services.tsx';

/** The props of every view, by its name. */
export type ViewProps = PortalViews &
  MediaViews &
  NewsroomViews &
  ChannelsViews &
  VolunteeringViews &
  DemonstrationViews;

/** `<module>/<page>`, as a module's `pages` entry names it. */
export type ViewName = keyof ViewProps;

/** All views. A missing one, or one with other props, is a type error. */
export const views: { readonly [Name in ViewName]: View<ViewProps[Name]> } = {
  'portal/home': home,
  'portal/places': places,
  'portal/place': place,
  'portal/search': search,
  'portal/about': about,
  'portal/verify': verify,
  'portal/offline': offline,
  'portal/principles': principles,
  'portal/accessibility': accessibility,
  'portal/contact': contact,
  'portal/privacy': privacy,
  'portal/error': error,
  'portal/starting': starting,
  'media/material': material,
  'newsroom/story': story,
  'newsroom/story-withdrawn': storyWithdrawn,
  'newsroom/section': section,
  'newsroom/tag': tag,
  'newsroom/series': series,
  'newsroom/corrections': corrections,
  'newsroom/report-error': reportError,
  'newsroom/report-error-thanks': reportErrorThanks,
  'channels/receipts': receipts,
  'channels/subscribe': subscribe,
  'channels/subscription-confirm': subscriptionConfirm,
  'channels/subscription-choices': subscriptionChoices,
  'volunteering/services': services,
  'volunteering/service': service,
  'volunteering/help-given': helpGiven,
  'volunteering/order-form': orderForm,
  'volunteering/kiosk': kiosk,
  'volunteering/kiosk-start': kioskStart,
  'volunteering/kiosk-services': kioskServices,
  'volunteering/kiosk-order': kioskOrder,
  'volunteering/kiosk-slip': kioskSlip,
  'volunteering/kiosk-look-up': kioskLookUp,
  'volunteering/kiosk-status': kioskStatus,
  'volunteering/join': join,
  'volunteering/joined': joined,
  'volunteering/order-paper': orderPaper,
  'volunteering/order-slip': orderSlip,
  'volunteering/order-status': orderStatus,
  'volunteering/order-change': orderChange,
  'volunteering/order-cancel': orderCancel,
  'volunteering/order-days': orderDays,
  'volunteering/order-quiet': orderQuiet,
  'volunteering/order-appeal': orderAppeal,
  'volunteering/order-reopen': orderReopen,
  'volunteering/order-settled': orderSettled,
  'volunteering/rating': rating,
  'demonstration/walk': walk,
  'demonstration/people': people,
};
