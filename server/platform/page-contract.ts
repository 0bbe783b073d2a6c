/** Shapes that every public page may use. Plain JSON: times are ISO strings in UTC, dates are `YYYY-MM-DD` in the county's zone; the views put them into words. */

/** A moment, ISO 8601 in UTC: `2026-11-22T01:27:03.120Z`. */
export type IsoTime = string;

/** A day in the county's zone: `2026-11-22`. */
export type IsoDay = string;

/** The languages of the public pages. */
export type PageLanguage = 'zh-CN' | 'en';

/** 长辈版 is `large`. */
export type Edition = 'normal' | 'large';

/** One cut of a picture. Addresses are paths of this site. */
export interface PageCut {
  src: string;
  /** Other widths, in the form of the HTML attribute; null when there is one size only. */
  srcset: string | null;
  /** The same in AVIF; null when it is not kept. */
  avif: string | null;
  /** Pixels of `src`, so that nothing jumps while it loads. */
  width: number;
  height: number;
}

/** A picture as the page shows it: whole, and cut around what matters in it. */
export interface PagePicture extends PageCut {
  /** What is to be seen; empty when the words beside it say the same. */
  alt: string;
  /** 16:9, for leads and lists. */
  wide: PageCut;
  /** 1:1, for lists on phones. */
  square: PageCut;
  /** A JPEG cut 16:9, for programs that show a link to the page. */
  share: string;
  /** A machine made the picture, or changed what is to be seen in it: said wherever it is shown. */
  machine?: 'made' | 'changed';
}

/** A QR code drawn as one path: `<svg viewBox="0 0 size size"><path d></svg>`, a module being 1 × 1, without quiet zone. */
export interface QrCode {
  path: string;
  size: number;
}

/** What a reader typed into a form, and what was wrong with it. On the first visit `values` holds the defaults and `problems` is empty. */
export interface FormState {
  /** Fresh random idempotency key; goes into the hidden field `_key` and scopes the guest. */
  key: string;
  /** Everything typed comes back, by field name. */
  values: Readonly<Record<string, string>>;
  /** In the order of the fields on the page. */
  problems: readonly FieldProblem[];
  /** A refusal that belongs to no single field, such as TooManyRequests. */
  refusal: { code: string; text: string } | null;
}

/** One field that was not accepted. */
export interface FieldProblem {
  field: string;
  /** Stable code: `required`, `too_big`, `invalid_format`, … The site may have kinder words for field and code than `text`. */
  code: string;
  /** Words in the reader's language, used when the site has none of its own. */
  text: string;
}

/** Where a list stands. Pages count from 1; the address of page n is the page's own with `?page=n`. */
export interface Paging {
  page: number;
  pageCount: number;
  total: number;
}
