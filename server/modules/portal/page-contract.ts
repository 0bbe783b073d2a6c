import type { Edition, IsoTime, PageLanguage, Paging } from '#platform/page-contract';
import type { NoticeLevel } from '#newsroom/contract';
import type { CorrectionEntry, SectionRef, StoryTeaser } from '#newsroom/page-contract';
import type { PlaceRef } from '#places/page-contract';
import type { ServiceTeaser, StationContact } from '#volunteering/page-contract';

/** What stands around every page. Built by the portal alone; a module's `load` gives only the props. */
export interface PageFrame {
  county: {
    /** The masthead: `清溪`. */
    siteName: string;
    /** `清溪县`. */
    name: string;
    /** `清溪县融媒体中心`. */
    publisher: string;
    phone: string;
    /** Numbers and addresses that the law of the county's country wants on every page. */
    notices: readonly LegalNotice[];
  };
  /** In which the record is read. */
  language: PageLanguage;
  /** All languages the county publishes in. */
  languages: readonly PageLanguage[];
  /** In which the page speaks: `language`, or a further one, by its tag of BCP 47. */
  tag: string;
  /** The further ones that are offered, by what they call themselves. */
  furtherLanguages: readonly { tag: string; name: string }[];
  edition: Edition;
  /** Path without language and edition prefixes, with the query where it belongs to the address: `/search?q=桥`. */
  path: string;
  /** Scheme and host of the public site, without a slash at the end. */
  origin: string;
  /** The county's time at rendering. */
  now: IsoTime;
  /** IANA name: `Asia/Shanghai`. */
  zone: string;
  /** In the page's language: `农历十月十四`; null in counties without one. */
  lunarDate: string | null;
  /** For the navigation, in the county's order. */
  sections: readonly SectionRef[];
  /** Only when something is urgent. */
  ribbon: Ribbon | null;
  /** The disk is nearly full: pages are read, forms are not taken. */
  readsOnly: boolean;
  /** For editors alone: the page as it will look at this time; null for readers. */
  previewAt: IsoTime | null;
  /** Only in a demonstration county. */
  demonstration: DemonstrationBar | null;
  assets: PageAssets;
}

/** A required notice in the footer. `icp`: 备案号; `police`: 公安备案号; `licence`: 许可证号; `complaints`: 举报电话; `register`: a number of another country's register. */
export interface LegalNotice {
  kind: 'icp' | 'police' | 'licence' | 'complaints' | 'register';
  text: string;
  /** Where the number is looked up; null where there is no such place. */
  href: string | null;
}

/** The one urgent line. The levels are those of notices. */
export interface Ribbon {
  level: NoticeLevel;
  text: string;
  /** Of the text. */
  language: PageLanguage;
  href: string;
  /** `怎么做、去哪里`; null for the site's own words. */
  linkText: string | null;
}

/** The slim bar on top of the demonstration. */
export interface DemonstrationBar {
  storyWalkHref: string;
  orderWalkHref: string;
}

/** Built files, as addresses with a hash in their name. */
export interface PageAssets {
  styles: readonly string[];
  /** By island: `story`, `starting`, … Islands that are missing are simply not loaded. */
  islands: Readonly<Record<string, string>>;
}

/** `/`, view `portal/home`. `staleAt` is the next midnight or the next time in `today`. */
export interface HomePageProps {
  /** Null in a county that has published no story yet, though perhaps a notice. */
  lead: StoryTeaser | null;
  /** The next three or so after the lead. */
  latest: readonly StoryTeaser[];
  /** What to know today and in the days to come, by the clock; at most seven. */
  today: readonly TodayEntry[];
  /** The eight commonest wishes. */
  wishes: readonly ServiceTeaser[];
  /** Where an order begins: `/orders/new`. */
  orderHref: string;
  /** Latest with a town or village, at most five. */
  fromPlaces: readonly StoryTeaser[];
  /** At most five; when there are none, `bySection` is shown in their place. */
  activities: readonly ActivityTeaser[];
  bySection: readonly { section: SectionRef; stories: readonly StoryTeaser[] }[];
  /** At most three, latest first. */
  corrections: readonly CorrectionEntry[];
}

/** A line of "today to know". */
export interface TodayEntry {
  /** Until when it holds; of a notice without an end, when it was published. */
  at: IsoTime;
  /** `at` is an end, and is shown as one: a notice for tonight that holds until the morning is not for the morning. */
  isEnd: boolean;
  /** Only the day matters, not the hour. */
  wholeDay: boolean;
  title: string;
  language: string;
  href: string;
}

/** An activity one can go to. */
export interface ActivityTeaser {
  title: string;
  href: string;
  startsAt: IsoTime;
  placeName: string;
  /** Free places left; null when nobody counts. */
  placesLeft: number | null;
}

/** `/places`, view `portal/places`. */
export interface PlacesPageProps {
  towns: readonly { place: PlaceRef; villages: readonly PlaceRef[] }[];
}

/** `/places/:code`, view `portal/place`. */
export interface PlacePageProps {
  place: PlaceRef;
  /** In the page's language, in the county's own words: `镇`, `village`. */
  levelName: string;
  /** From the county down to the parent. */
  above: readonly PlaceRef[];
  below: readonly PlaceRef[];
  /** Notices that hold now, for this place or above it. */
  notices: readonly StoryTeaser[];
  /** Of this place and below, latest first. */
  stories: readonly StoryTeaser[];
  paging: Paging;
  /** Stations to go to, nearest first. */
  stations: readonly StationContact[];
  /** Services that come here. */
  services: readonly ServiceTeaser[];
}

/** `/search?q=&kind=&section=&place=&period=&page=`, view `portal/search`. */
export interface SearchPageProps {
  /** As typed, without what cannot be seen; empty where no letter or number is left: then the page asks for words. */
  q: string;
  /** The words looked for, to be marked in titles and excerpts. */
  terms: readonly string[];
  /** Words that sound like the question, looked for in its place where nothing holds its letters; else empty. */
  sounding: readonly string[];
  /** As the address has it; empty: all. */
  chosen: { kind: string; section: string; place: string; period: string };
  /** Whether something of it narrows the search. */
  isNarrowed: boolean;
  /** To choose a place from: the towns, and the place that is chosen where it is none. */
  towns: readonly PlaceRef[];
  /** There are more than `paging` counts. */
  isMore: boolean;
  results: readonly SearchResult[];
  paging: Paging;
}

/** One result. `excerpt` is plain text around the words found. */
export interface SearchResult {
  kind: 'story' | 'notice' | 'service' | 'place';
  href: string;
  title: string;
  language: string;
  excerpt: string;
  /** Section or group, in the page's language; empty for a place. */
  label: string;
  at: IsoTime | null;
}

/** `/about`, view `portal/about`. */
export interface AboutPageProps {
  /** The sealed end of the audit chain; null before the first seal. */
  auditHead: { at: IsoTime; hash: string } | null;
  /** SHA-256 of the county's signing key; null when not published. */
  countyKeyFingerprint: string | null;
}

/** `/verify`, view `portal/verify`: everything that the browser needs to check a mark by itself. */
export interface VerifyPageProps {
  /** Null while the county has signed nothing yet. */
  keys: KeyList | null;
}

/** `/.well-known/xiangyin-keys.json`: the public keys of the county (JWK, RFC 7517, 8037), oldest first, and how one followed the other. A type, not an interface: what is signed is its canonical JSON, which takes no more than these names. */
export type KeyList = {
  v: number;
  /** Scheme and host of the publisher's pages. */
  issuer: string;
  county: string;
  /** By language. */
  publisher: Readonly<Record<string, string>>;
  at: IsoTime;
  keys: readonly ListedKey[];
  rotations: readonly {
    from: string;
    to: string;
    /** RFC 8785: {v, county, purpose, from, to, key (SPKI, base64), why, at}. Both signatures are over `xiangyin-key-rotation-v1\n<statement>\n`. */
    statement: string;
    /** By the old key, base64url; null where it was lost. */
    signature: string | null;
    /** By the new key. */
    confirmation: string;
  }[];
  /** JWS with detached payload, by the present key, over the RFC 8785 form of all the rest. */
  signature: string;
};

/** A key of the list. */
export type ListedKey = {
  kty: 'OKP';
  crv: 'Ed25519';
  alg: 'EdDSA';
  use: 'sig';
  kid: string;
  /** The key itself, 32 bytes, base64url. */
  x: string;
  since: IsoTime;
  until: IsoTime | null;
  /** Why it signs no more. What a `compromised` key signed is to be looked up. */
  ended: 'scheduled' | 'compromised' | 'lost' | null;
};

/** Pages whose words all stand in the site: `/principles`, `/accessibility`; and `/offline`, which the device fills. */
export type NoProps = Readonly<Record<string, never>>;

/** `/contact`, view `portal/contact`. */
export interface ContactPageProps {
  securityHref: string;
  /** IANA name. */
  zone: string;
}

/** `/privacy`, view `portal/privacy`. */
export interface PrivacyPageProps {
  parts: readonly PrivacyPart[];
}

/** What one module holds about people, as the program's own map has it (in English). */
export interface PrivacyPart {
  module: string;
  /** Of its tables. */
  columns: number;
  entries: readonly { purposes: readonly string[]; basis: string; retention: string }[];
}

/** Any status from 400 up, view `portal/error`. */
export interface ErrorPageProps {
  status: number;
  /** Stable code, such as `NotFound`. */
  code: string;
  /** In the reader's language; empty lets the view speak. */
  text: string;
  /** For a telephone call with the desk; null when there is none. */
  requestId: string | null;
}

/** While front ends and pictures are still being made, view `portal/starting`. Status 503 with Retry-After; the page asks again by itself. */
export interface StartingPageProps {
  steps: readonly {
    kind: 'site' | 'phone' | 'desk' | 'pictures';
    state: 'done' | 'now' | 'ahead' | 'failed';
    /** Where it can be counted. */
    count: { done: number; of: number } | null;
  }[];
  /** 0 to 100: what is done, of all. */
  percent: number;
  /** What the page waits for could not be made, and will not come without somebody's help. */
  failed: boolean;
}

/** The portal's views by name. */
export interface PortalViews {
  'portal/home': HomePageProps;
  'portal/places': PlacesPageProps;
  'portal/place': PlacePageProps;
  'portal/search': SearchPageProps;
  'portal/about': AboutPageProps;
  'portal/verify': VerifyPageProps;
  'portal/offline': NoProps;
  'portal/principles': NoProps;
  'portal/accessibility': NoProps;
  'portal/contact': ContactPageProps;
  'portal/privacy': PrivacyPageProps;
  'portal/error': ErrorPageProps;
  'portal/starting': StartingPageProps;
}
