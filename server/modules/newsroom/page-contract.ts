import type { ShownMaterial } from '#media/page-contract';
import type { FormState, IsoTime, PageLanguage, PagePicture, Paging, QrCode } from '#platform/page-contract';
import type { PlaceRef } from '#places/page-contract';
import type { NoticeLevel } from './contract.ts';

/** A section of the paper; its page is `/sections/<slug>`. */
export interface SectionRef {
  slug: string;
  name: string;
}

/** A tag of the county; its page is `/tags/<slug>`. */
export interface TagRef {
  slug: string;
  name: string;
}

/** A story of the same series. */
export interface SeriesNeighbour {
  slug: string;
  title: string;
  language: string;
}

/** A story in a list, on any page. */
export interface StoryTeaser {
  slug: string;
  title: string;
  /** The text's own language; the view marks it with `lang` when the page speaks another. */
  language: string;
  /** May be empty. */
  deck: string;
  kind: 'story' | 'notice';
  section: SectionRef;
  /** In the order chosen by the editors; may be empty (the whole county). */
  places: readonly PlaceRef[];
  /** The lead picture, about 3:2; null when there is none. */
  picture: PagePicture | null;
  /** As published, such as `柳河镇通讯员`. */
  byline: string;
  /** First published. */
  publishedAt: IsoTime;
  /** Of a notice: until when it holds, or held before its successor came. */
  validUntil: IsoTime | null;
  /** Its latest correction. */
  correctedAt: IsoTime | null;
  /** Signatures on the edition that is shown. */
  signatureCount: number;
}

/** A picture of a text as other programs are told of it. */
export interface StoryPicture {
  /** A JPEG, a path of this site. */
  src: string;
  alt: string;
  caption: string;
  credit: string;
  /** Whose it is, and under which terms it may be shown; empty: nothing is said. */
  rightsHolder: string;
  licence: string;
  /** What a machine did, and the words that say so beside it. */
  machine: { mark: 'made' | 'changed'; words: string } | null;
}

/** `/stories/:slug`, view `newsroom/story`. A withdrawn story uses `newsroom/story-withdrawn`. `staleAt` of the answer is `validUntil`. */
export interface StoryPageProps {
  slug: string;
  language: string;
  title: string;
  deck: string;
  kind: 'story' | 'notice';
  /** Of a notice: how urgent, as it was signed; null is the ordinary case. */
  level: NoticeLevel | null;
  section: SectionRef;
  places: readonly PlaceRef[];
  /** Made by `renderHtml` of the document package and by nothing else; headings begin at h2. */
  bodyHtml: string;
  /** The first picture, for social cards; it also stands in `bodyHtml`. */
  picture: PagePicture | null;
  /** A picture of its headline, for social cards where there is no other: a path of this site. */
  cardSrc: string;
  /** All its pictures in reading order, for other programs. */
  pictures: readonly StoryPicture[];
  /** Sound and video that can be played, in the order of the text. */
  recordings: readonly ShownMaterial[];
  byline: string;
  /** 责任编辑: the colleague who looks after it, by the name that readers see; null while nobody does. */
  editedBy: string | null;
  /** How long reading takes, in whole minutes. */
  readMinutes: number;
  /** How long reading aloud takes. */
  listenSeconds: number;
  /** The edition shown, read aloud, where a recording of it exists: `isHere`: it is played on the page, as it lies on this site; else it is heard where it lies. Null: the device's own voice reads. */
  spoken: { href: string; type: string; voice: 'machine' | 'person' | null; isHere: boolean } | null;
  publishedAt: IsoTime;
  /** Of the edition shown; edition 1 is the first. */
  edition: { number: number; at: IsoTime };
  validUntil: IsoTime | null;
  /** Set when the notice is over (validUntil has passed, or a successor is published). */
  ended: { at: IsoTime; successor: { slug: string; title: string; language: string } | null } | null;
  /** Latest first. */
  corrections: readonly CorrectionNote[];
  /** Latest first; those of which something was said. */
  updates: readonly UpdateNote[];
  /** Other languages of this story that are published. */
  translations: readonly { language: PageLanguage; slug: string; title: string }[];
  /** `ordinary`: three reviews by three people; `paired`: steps taken together at a small desk; `urgent`: one editor and one signer on duty. */
  signing: 'ordinary' | 'paired' | 'urgent';
  /** Of an urgent story: when it was reviewed afterwards; null while that is outstanding. */
  reviewedAfterwardsAt: IsoTime | null;
  /** Of the edition shown, oldest first. */
  signatures: readonly SignatureNote[];
  /** SHA-256 of the canonical text, 64 lowercase hex digits. */
  fingerprint: string;
  /** Where the statements and the canonical text can be taken home for checking offline; null when not offered. */
  proofHref: string | null;
  /** The page that lists every copy with its receipt (view `channels/receipts`); null when not offered. */
  receiptsHref: string | null;
  /** Where it stands in other forms for programs, by media type. */
  forms: { type: string; href: string }[];
  /** The story's own address, for the printed poster. */
  qr: QrCode | null;
  /** By which a copy on paper is checked without network; null while the county has no key. */
  mark: StoryMark | null;
  /** What it is about, by name; may be empty. Not part of the signed text. */
  tags: readonly TagRef[];
  /** The series it belongs to, with the published story before and after it. */
  series: {
    slug: string;
    name: string;
    previous: SeriesNeighbour | null;
    next: SeriesNeighbour | null;
  } | null;
  /** At most three: by words, tags and place as found when it was published, else the newest of its section; may be empty. */
  related: readonly StoryTeaser[];
}

/** A signed claim that this edition is the county's. */
export interface StoryMark {
  /** `/verify#<compact JWS>`. */
  href: string;
  /** A picture of the QR code of that address: `/stories/<slug>/mark.svg`. */
  src: string;
}

/** What a mark claims, in the order in which it is signed; short names, for every letter makes the QR code finer. */
export interface StoryMarkClaim {
  /** Host of the publisher's pages. */
  iss: string;
  /** The story's slug. */
  sub: string;
  /** Edition, from 1. */
  rev: number;
  /** SHA-256 of the canonical text, base64url. */
  sha: string;
  /** How each reading is vouched for, in the order of the steps: `p` passkey, `a` attested by the system, `d` demonstration key. */
  steps: string;
  /** When this edition was published, and until when a notice holds; seconds since 1970. */
  iat: number;
  until?: number;
  /** The headline, cut to 24 characters: a mark copied onto another poster is told by it. */
  head: string;
}

/** `/stories/:slug/standing.json`: what stands there today. */
export interface StoryStanding {
  state: 'published' | 'withdrawn';
  edition: number;
  /** SHA-256 of the canonical text, base64url. */
  sha: string;
  /** Since when. */
  at: IsoTime;
}

/** One correction, as its readers should see it. */
export interface CorrectionNote {
  at: IsoTime;
  /** What was wrong, in the editors' words: `开始日期写错了`. */
  note: string;
  /** The places that changed, each with a few words around it, from the document's `difference`. */
  changes: readonly { runs: readonly TextRun[] }[];
  /** The edition that carries the correction. */
  edition: number;
}

/** What was new in an edition of which nothing was wrong. */
export interface UpdateNote {
  at: IsoTime;
  /** In the editors' words: `补充了绕行路线`. */
  note: string;
  edition: number;
}

/** Words that stayed, were struck, or were set. */
export interface TextRun {
  kind: 'same' | 'del' | 'ins';
  text: string;
}

/** One signature under a text. */
export interface SignatureNote {
  /** In the page's language: `一审`, `Second review`. */
  stepName: string;
  /** `责任编辑`. Names of persons stand here only where the published byline names them. */
  roleName: string;
  at: IsoTime;
  /** `passkey`: signed by the person's own key. `attested`: the system countersigned after a second proof of identity. `demonstration`: a key held by this server. */
  means: 'passkey' | 'attested' | 'demonstration';
  /** What was changed after it was given, in words, where the county's rules let it stand; null: it is over this very text. */
  note: string | null;
}

/** `/stories/:slug` of a story that is withdrawn for checking; nothing of its text is shown. */
export interface WithdrawnStoryPageProps {
  slug: string;
  title: string;
  language: string;
  section: SectionRef;
  withdrawnAt: IsoTime;
  /** Why, in the words of who withdrew it and the language of the story; null: the usual words alone. */
  note: string | null;
  publishedAt: IsoTime;
  /** The page that says of every copy what became of it (view `channels/receipts`). */
  receiptsHref: string;
}

/** `/sections/:slug`, view `newsroom/section`. */
export interface SectionPageProps {
  section: SectionRef;
  /** One sentence; may be empty. */
  description: string;
  stories: readonly StoryTeaser[];
  paging: Paging;
}

/** `/tags/:slug`, view `newsroom/tag`: what is published about it, latest first. */
export interface TagPageProps {
  tag: TagRef;
  /** One sentence; may be empty. */
  description: string;
  stories: readonly StoryTeaser[];
  paging: Paging;
}

/** `/series/:slug`, view `newsroom/series`: its published stories in the editors' order. */
export interface SeriesPageProps {
  series: { slug: string; name: string };
  /** One sentence; may be empty. */
  description: string;
  stories: readonly StoryTeaser[];
}

/** `/corrections?month=&section=&page=`, view `newsroom/corrections`: every correction, withdrawal and restoration, latest first. */
export interface CorrectionsPageProps {
  entries: readonly RegisterEntry[];
  paging: Paging;
  /** What is chosen; null is all. `month` is `2026-11`. */
  chosen: { month: string | null; section: string | null };
  /** What can be chosen: months with an entry, latest first, and the county's sections. */
  months: readonly string[];
  sections: readonly SectionRef[];
}

/** One entry of the register of corrections. */
export interface RegisterEntry {
  id: string;
  kind: 'correction' | 'withdrawal' | 'restoration';
  at: IsoTime;
  /** `isWithdrawn`: as it stands today. */
  story: { slug: string; title: string; language: string; isWithdrawn: boolean };
  section: SectionRef;
  /** Of a withdrawal or restoration: why, in the words of who did it and the language of the story; null: the usual words alone. */
  note: string | null;
  /** Null unless it is a correction; without `changes` while the story is withdrawn. */
  correction: CorrectionNote | null;
  /** Where the text appeared, by channel; empty when no channel knows. */
  copies: readonly RegisterCopy[];
}

/** Where a corrected text appeared, and what stands there now. */
export interface RegisterCopy {
  /** In the page's language: `公开网站`. */
  channelName: string;
  /** The editions that stood there before the correction. */
  before: readonly number[];
  /** `taken`: the channel took it and says no more. `stands`: the channel's receipt is in. `failed`: it did not arrive, or other words were seen there. `going`: being taken down. `stays`: withdrawn here, and still there. `followed`: nothing takes it down, a note was sent after it. `gone`: taken down. Null: the channel never had a later one. */
  now: {
    edition: number;
    state: 'waiting' | 'taken' | 'stands' | 'failed' | 'going' | 'stays' | 'followed' | 'gone';
    /** When the words were last read back there; null when never. */
    seenAt: IsoTime | null;
    /** Where it can be looked at; null when it has no address or does not stand. */
    href: string | null;
  } | null;
}

/** A correction on the front page. */
export interface CorrectionEntry {
  story: { slug: string; title: string; language: string };
  section: SectionRef;
  correction: CorrectionNote;
}

/** `/stories/:slug/report-error`, view `newsroom/report-error`.
 *  Fields: `what` (1 to 1000 characters), `quote` (the words meant, optional), `contact` (optional, for an answer), `website` (honeypot, must stay empty), `_key`. */
export interface ReportErrorPageProps {
  story: { slug: string; title: string; language: string };
  form: FormState;
}

/** After a report, view `newsroom/report-error-thanks`. */
export interface ReportErrorThanksPageProps {
  story: { slug: string; title: string; language: string };
  /** Whether an address for an answer was left. */
  answerWanted: boolean;
}

/** The newsroom's views by name. */
export interface NewsroomViews {
  'newsroom/story': StoryPageProps;
  'newsroom/story-withdrawn': WithdrawnStoryPageProps;
  'newsroom/section': SectionPageProps;
  'newsroom/tag': TagPageProps;
  'newsroom/series': SeriesPageProps;
  'newsroom/corrections': CorrectionsPageProps;
  'newsroom/report-error': ReportErrorPageProps;
  'newsroom/report-error-thanks': ReportErrorThanksPageProps;
}
