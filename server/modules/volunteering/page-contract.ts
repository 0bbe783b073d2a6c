import type { FormState, IsoDay, IsoTime, QrCode } from '#platform/page-contract';
import type { PlaceRef } from '#places/page-contract';

/** A service in a list, on any page. */
export interface ServiceTeaser {
  slug: string;
  name: string;
  /** At most a dozen characters: `两人同行`. */
  hint: string;
  summary: string;
  where: ServiceWhere;
}

/** Where a service takes place. */
export type ServiceWhere = 'home' | 'station' | 'outside' | 'phone';

/** `/services`, view `volunteering/services`. */
export interface ServicesPageProps {
  /** In the catalogue's order; groups without a service are left out. */
  groups: readonly { key: string; name: string; services: readonly ServiceTeaser[] }[];
}

/** `/services/:slug`, view `volunteering/service`. */
export interface ServicePageProps {
  slug: string;
  name: string;
  summary: string;
  /** What to have ready; may be empty. */
  prepare: string;
  /** Whom it is for; may be empty. */
  whoMay: string;
  where: ServiceWhere;
  groupName: string;
  durationMinutes: number;
  peopleNeeded: number;
  /** Names of the licences that those who come must hold. */
  licences: readonly string[];
  answerWithinMinutes: number;
  /** Where given, it is what is said, not the minutes. */
  answerWithinWorkingDays: number | null;
  /** From when until when of each day somebody answers, in minutes of the day; 0 and 1440: always. */
  answeredFrom: number;
  answeredUntil: number;
  arrangeWithinHours: number;
  /** As above. */
  arrangeWithinWorkingDays: number | null;
  /** Months 1 to 12, both included, may pass the turn of the year; null all year. */
  season: { fromMonth: number; fromDay?: number | undefined; toMonth: number; toDay?: number | undefined } | null;
  /** Out of season: the day on which it opens again. */
  opensOn: IsoDay | null;
  /** Names of the places where it is offered, when that is not the whole county; empty: everywhere. */
  reach: readonly string[];
  /** Whether it can be ordered today (season, suspended). */
  open: boolean;
  /** The stations that give it. */
  stations: readonly StationContact[];
  related: readonly ServiceTeaser[];
}

/** A station to call or to go to. */
export interface StationContact {
  name: string;
  phone: string;
  address: string;
  /** In words: `周一至周六 8:30 到 17:30`; may be empty. */
  hours: string;
  place: PlaceRef;
}

/** When a resident would like somebody to come. `any` is any time of that day. */
export interface TimeWish {
  /** Null: any day, as soon as possible. */
  on: IsoDay | null;
  part: 'any' | 'morning' | 'afternoon' | 'evening';
}

/** `/services/:slug/order` and `/orders/new`, view `volunteering/order-form`.
 *  Fields: `service` (slug), `name`, `phone`, `place` (code), `address`, `wishedOn` (day or empty), `wishedPart`, the same with 2 and 3, `repeat` (`no`, `weekly`, `fortnightly`, `monthly`), `repeatTimes`, `repeatUntil`, `people`, `need-…` (`yes`), `note`, `notify` (`none`, `sms`, `email`), `email`, `contactName2`, `contactPhone2`, `told2-booked`, `told2-arrived`, `told2-done` (`yes`), the same with 3, `contactsAgree` (`yes`), `consent` (`yes`), `website` (honeypot, must stay empty), `_key`.
 *  It posts to the address it stands at. */
export interface OrderFormPageProps {
  /** The service already chosen; null lets the reader choose from `services`. */
  service: {
    slug: string;
    name: string;
    summary: string;
    prepare: string;
    where: ServiceWhere;
    groupUpTo: number;
  } | null;
  services: readonly { slug: string; name: string; groupName: string }[];
  /** Towns in order, each with its villages. */
  places: readonly { town: PlaceRef; villages: readonly PlaceRef[] }[];
  /** Before the form: `110`, `120`, … with a word each in the page's language. */
  emergencies: readonly { number: string; name: string }[];
  /** What the resident agrees to, paragraph by paragraph. */
  consent: readonly string[];
  /** The same as it is kept, in the language of the record, beside a page in a further one; empty: it stands there already. */
  consentOriginal: readonly string[];
  earliestOn: IsoDay;
  latestOn: IsoDay;
  /** The last day until which it may come again. */
  repeatLatestOn: IsoDay;
  /** How many things that come again one telephone may have at the same time. */
  mostRepeats: number;
  form: FormState;
}

/** How often: a number of ten and more; `few`: fewer than ten; `ten-or-more`: not said exactly, or the one hidden count could be worked out. */
export type GivenCount = number | 'few' | 'ten-or-more';

/** A kind of service or a town, with how often help was given. */
export interface HelpGivenRow {
  key: string;
  name: string;
  month: GivenCount;
  year: GivenCount;
}

/** `/help-given`, view `volunteering/help-given`. Rows stand in the order of the catalogue and of the places, never by count. */
export interface HelpGivenPageProps {
  /** 1 to 12. */
  monthOf: number;
  yearOf: number;
  kinds: readonly HelpGivenRow[];
  towns: readonly HelpGivenRow[];
}

/** `/volunteer`, view `volunteering/join`: which teams look for people, and the form to join. */
export interface JoinPageProps {
  /** Teams that look for people; empty: one may still join, without a team. */
  teams: readonly { id: string; name: string; about: string; placeName: string; skills: readonly string[] }[];
  /** What one may be able to do; each is a box `skill-<key>`. */
  skills: readonly { key: string; name: string }[];
  places: OrderFormPageProps['places'];
  consent: readonly string[];
  consentOriginal: readonly string[];
  latestBirth: IsoDay;
  form: FormState;
}
/** `/volunteer/thanks`, view `volunteering/joined`. */
export type JoinedPageProps = Record<string, never>;

/** `/services/:slug/paper`, view `volunteering/order-paper`: a blank order to print. */
export interface OrderPaperPageProps {
  slug: string;
  name: string;
  /** What to have ready; may be empty. */
  prepare: string;
  where: ServiceWhere;
  /** Empty: to be written in. */
  placeName: string;
  /** Whom to call and where to hand it in. */
  station: { name: string; phone: string };
  emergencies: readonly { number: string; name: string }[];
  /** What the resident signs, paragraph by paragraph. */
  consent: readonly string[];
  consentOriginal: readonly string[];
  consentVersion: string;
  /** Path of the online form. */
  orderHref: string;
  /** Its full address. */
  qr: QrCode | null;
  /** The station's own sheet with this service chosen: scanned where the paper is typed in. */
  deskQr: QrCode | null;
}

/** `/orders/:code/slip`, view `volunteering/order-slip`: shown once after ordering, and printed. Holds no name, phone or address. */
export interface OrderSlipPageProps {
  /** As printed, in groups: `7K3M 9QWF 2HXR C`. */
  code: string;
  /** Path of the status page, `/orders/<code>`. */
  statusHref: string;
  /** The status page's full address. */
  qr: QrCode | null;
  serviceName: string;
  placeName: string;
  /** Best first; never empty. */
  wishes: readonly TimeWish[];
  /** On which days it comes again; null: once. */
  repeats: OrderDays | null;
  orderedAt: IsoTime;
  /** By when somebody answers. */
  answerBy: IsoTime;
  /** Whom to call. */
  station: { name: string; phone: string };
  /** What the visitor will say at the door (暗语); null when the county does not use one. */
  passphrase: string | null;
  /** What to answer them (回话), so that they can show to have been there; null with the passphrase. */
  reply: string | null;
}

/** `/orders/:code`, view `volunteering/order-status`. State only: no name, phone, address or note. */
export interface OrderStatusPageProps {
  code: string;
  serviceName: string;
  orderedAt: IsoTime;
  /** Always these four, in this order: received, arranged, accepted, finished. */
  steps: readonly [OrderStep, OrderStep, OrderStep, OrderStep];
  /** Set when the order came to an end without a finished visit. */
  ending: OrderEnding | null;
  station: { name: string; phone: string };
  /** By when the present step should be answered; null when nothing is outstanding at the station. */
  answerBy: IsoTime | null;
  /** That time has passed: the page says so and asks to call. */
  overdue: boolean;
  /** Both sides say different times: what those who went wrote down, what whoever was served says, and what holds since it was settled (null: not yet). */
  time: { recorded: number; said: number; settled: number | null } | null;
  /** On which days it comes again; null: once. */
  repeats: OrderDays | null;
  /** The other parts of the same wish, where the station split it. */
  parts: readonly { serviceName: string; people: number; sentence: OrderPart }[];
  /** A visitor will say the passphrase printed on the slip; false once they have been. */
  hasPassphrase: boolean;
  /** The code to show to whoever comes or leaves now, and when the next one follows; null when nobody is expected. */
  visitCode: { code: string; until: IsoTime } | null;
  may: {
    change: boolean;
    /** The whole order; one that comes again has days to leave out instead. */
    cancel: boolean;
    leaveOut: boolean;
    rate: boolean;
    settle: boolean;
    appeal: boolean;
    reopen: boolean;
  };
  /** What the reader has just done on another page. */
  just: 'changed' | 'cancelled' | 'left-out' | 'rated' | 'quiet' | 'appealed' | 'reopened' | 'settled' | null;
  /** The objection to a refusal, and what became of it; null: none was made. */
  appeal: { at: IsoTime; dueAt: IsoTime; verdict: 'granted' | 'upheld' | null; reason: string | null } | null;
  /** By which way whoever ordered is told now; null: not at all. */
  told: 'email' | 'sms' | null;
}

/** The days on which an order comes again. */
export interface OrderDays {
  part: TimeWish['part'];
  /** By day, from the last one before today on; at most 30. */
  days: readonly OrderDay[];
  /** How many later ones are not among them. */
  more: number;
  /** The last of all. */
  until: IsoDay;
  /** Nothing follows before the station has agreed. */
  waits: boolean;
}

/** One of them: to come, made into an order that stands somewhere, left out, or not possible then. */
export interface OrderDay {
  on: IsoDay;
  state: 'ahead' | 'left-out' | 'not-possible' | OrderPart;
  /** It is the order that the page is about. */
  isThis: boolean;
}

/** Where another order stands that belongs to this one. */
export type OrderPart = 'arranging' | 'waits' | 'paused' | 'found' | 'over' | 'helped' | 'joined' | 'not-done';

/** One of the four sentences. `done` and `now` carry a time where there is one. `accepted` with a visit to come is `now`; it is `done` when they have been. */
export interface OrderStep {
  kind: 'received' | 'arranged' | 'accepted' | 'finished';
  state: 'done' | 'now' | 'ahead';
  at: IsoTime | null;
  /** Of `accepted`: when somebody comes, or came, and how many. */
  visit: { from: IsoTime; until: IsoTime | null; people: number } | null;
  /** Of `accepted` while the station has put it off: why, in its words, which may be empty; null: it was not put off. */
  putOff: string | null;
  /** Of `accepted`: it did not work out that time, and the station has not arranged another yet. */
  failed: boolean;
  /** Of `finished` when done: what the resident said. Silence is not confirmation. */
  said: 'confirmed' | 'disputed' | 'nothing-yet' | null;
}

/** How an order ended without a finished visit. */
export interface OrderEnding {
  kind: 'refused' | 'referred' | 'helped' | 'merged' | 'cancelled' | 'not-done';
  at: IsoTime;
  /** In the page's language; may be empty. */
  reason: string;
  referredTo: { name: string; phone: string } | null;
  /** Of `merged`: where the order stands into which it went, and whether that is for the same place; nothing else of it. */
  into: { sentence: OrderPart; isSamePlace: boolean } | null;
}

/** `/orders/:code/change`, view `volunteering/order-change`. Fields: `wishedOn`, `wishedPart`, the same with 2 and 3, `lastFour`, `_key`. */
export interface OrderChangePageProps {
  code: string;
  serviceName: string;
  /** Best first; never empty. */
  wishes: readonly TimeWish[];
  earliestOn: IsoDay;
  latestOn: IsoDay;
  station: { name: string; phone: string };
  form: FormState;
}

/** `/orders/:code/days`, view `volunteering/order-days`: one day is left out, or all from one on. Fields: `on`, `which` (`one`, `from`), `lastFour`, `_key`. */
export interface OrderDaysPageProps extends OrderCancelPageProps {
  /** Those that may still be left out, by day; empty: none. */
  days: readonly IsoDay[];
}

/** `/orders/:code/cancel`, view `volunteering/order-cancel`. Fields: `lastFour`, `_key`. */
export interface OrderCancelPageProps {
  code: string;
  serviceName: string;
  station: { name: string; phone: string };
  form: FormState;
}

/** `/orders/:code/quiet`, view `volunteering/order-quiet`: no more messages. Fields: `lastFour`, `_key`. */
export type OrderQuietPageProps = OrderCancelPageProps;

/** `/orders/:code/appeal`, view `volunteering/order-appeal`. Fields: `said`, `lastFour`, `_key`. */
export type OrderAppealPageProps = OrderCancelPageProps;

/** `/orders/:code/reopen`, view `volunteering/order-reopen`. Fields: `said`, `lastFour`, `_key`. */
export type OrderReopenPageProps = OrderCancelPageProps;

/** `/orders/:code/settled`, view `volunteering/order-settled`. Fields: `said` (optional), `lastFour`, `_key`. */
export type OrderSettledPageProps = OrderCancelPageProps;

/** `/orders/:code/rating`, view `volunteering/rating`.
 *  Fields: `outcome` (`done`, `partly`, `not-done`; not asked once it is confirmed), `score` (`5` very good to `1` very bad; needed only once it is confirmed), `words` (optional, up to 500 characters), `lastFour`, `_key`. */
export interface RatingPageProps {
  code: string;
  serviceName: string;
  visitedAt: IsoTime | null;
  /** They said already that it was done: only how it was is left to say. */
  isConfirmed: boolean;
  /** How long it was, as those who went wrote down; null: not said. */
  minutes: number | null;
  station: { name: string; phone: string };
  form: FormState;
}

/** What stands around every page of a station's kiosk. */
export interface KioskFrame {
  /** First of all: `110`, `120`, … with a word each. */
  emergencies: readonly { number: string; name: string }[];
  station: StationContact;
  /** Nobody touched it for so long: everything typed is forgotten. */
  idleSeconds: number;
  /** So long before it is said, with a count-down. */
  warnSeconds: number;
}

/** `/kiosk/start/:link`, view `volunteering/kiosk-start`; every page of a screen that is no kiosk. */
export interface KioskStartPageProps {
  /** Null: the link does nothing any more, or this is no kiosk. */
  stationName: string | null;
  why: 'used' | 'unknown' | null;
  emergencies: KioskFrame['emergencies'];
  form: FormState;
}

/** `/kiosk`, view `volunteering/kiosk`. */
export interface KioskHomePageProps {
  kiosk: KioskFrame;
}

/** `/kiosk/services`, view `volunteering/kiosk-services`: what can be ordered now. */
export interface KioskServicesPageProps extends ServicesPageProps {
  kiosk: KioskFrame;
}

/** `/kiosk/services/:slug`, view `volunteering/kiosk-order`. */
export interface KioskOrderPageProps {
  kiosk: KioskFrame;
  order: OrderFormPageProps;
}

/** `/kiosk/slip`, view `volunteering/kiosk-slip`. */
export interface KioskSlipPageProps {
  kiosk: KioskFrame;
  slip: OrderSlipPageProps;
}

/** `/kiosk/order`, view `volunteering/kiosk-look-up`. Fields: `code`, `key`. */
export interface KioskLookUpPageProps {
  kiosk: KioskFrame;
  form: FormState;
}

/** `/kiosk/status`, view `volunteering/kiosk-status`. */
export interface KioskStatusPageProps {
  kiosk: KioskFrame;
  status: OrderStatusPageProps;
}

/** The volunteering views by name. */
export interface VolunteeringViews {
  'volunteering/kiosk': KioskHomePageProps;
  'volunteering/kiosk-start': KioskStartPageProps;
  'volunteering/kiosk-services': KioskServicesPageProps;
  'volunteering/kiosk-order': KioskOrderPageProps;
  'volunteering/kiosk-slip': KioskSlipPageProps;
  'volunteering/kiosk-look-up': KioskLookUpPageProps;
  'volunteering/kiosk-status': KioskStatusPageProps;
  'volunteering/services': ServicesPageProps;
  'volunteering/service': ServicePageProps;
  'volunteering/help-given': HelpGivenPageProps;
  'volunteering/order-form': OrderFormPageProps;
  'volunteering/order-paper': OrderPaperPageProps;
  'volunteering/join': JoinPageProps;
  'volunteering/joined': JoinedPageProps;
  'volunteering/order-slip': OrderSlipPageProps;
  'volunteering/order-status': OrderStatusPageProps;
  'volunteering/order-change': OrderChangePageProps;
  'volunteering/order-cancel': OrderCancelPageProps;
  'volunteering/order-days': OrderDaysPageProps;
  'volunteering/order-quiet': OrderQuietPageProps;
  'volunteering/order-appeal': OrderAppealPageProps;
  'volunteering/order-reopen': OrderReopenPageProps;
  'volunteering/order-settled': OrderSettledPageProps;
  'volunteering/rating': RatingPageProps;
}

/** What the mark of a certificate of hours claims, in the order in which it is signed; short names, for every letter makes the QR code finer. */
export interface HoursMarkClaim {
  /** Host of the publisher's pages. */
  iss: string;
  /** The certificate's number. */
  sub: string;
  /** The volunteer's number. */
  vol: string;
  /** Left out where the holder does not show it. */
  name?: string;
  /** The unit that recorded. */
  unit: string;
  /** First and last day (YYYY-MM-DD) and number of services; left out where only the sum is shown. */
  from?: string;
  until?: string;
  n?: number;
  /** Minutes confirmed by both sides, timed by device, attested by the organiser, filled in afterwards. */
  min: [number, number, number, number];
  /** When it was issued; seconds since 1970. */
  iat: number;
  /** Its bit among those revoked, `/certificates/status/<list>`, 131,072 in each. */
  idx: number;
}
