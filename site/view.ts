import type { VNode } from 'preact';
import type { PageLanguage, PagePicture } from '@xiangyin/server/contract';
import type { Here } from './here.ts';

/** How the props of one page become a page. */
export interface View<Props> {
  /** Title, description and what machines should know. */
  head(props: Props, here: Here): PageHead;
  Body(input: { props: Props; here: Here }): VNode;
  /** `masthead` is the tall one of the front page; `bar` (the default) the slim one; `none`: nothing leads away, neither above nor below, and nothing is kept for later. */
  header?: 'masthead' | 'bar' | 'none';
  /** Small scripts that this page is better with; it works without. */
  islands?: readonly string[];
}

/** What stands in the document's head. */
export interface PageHead {
  title: string;
  description?: string;
  /** Asks again after so many seconds where no script does. */
  refreshSeconds?: number;
  /** Pages for one reader (orders, forms, searches) stay out of search engines. */
  isPrivate?: boolean;
  /** Devices keep it for days: nothing of the hour stands on it. */
  isTimeless?: boolean;
  picture?: PagePicture | null;
  /** Stands for the page elsewhere where it has no picture: 1200 × 630, a path of the site. */
  cardSrc?: string;
  /** The text's own language; left out, the page's. A text read under words of another language has its own address in its own. */
  language?: PageLanguage;
  /** The only other languages in which this page exists, by their paths; left out, it exists in all of them under its own. */
  translations?: readonly { language: PageLanguage; path: string }[];
  type?: 'article' | 'website';
  article?: { publishedAt: string; changedAt: string; section: string };
  /** Feeds of this page alone, before those of the whole site. */
  feeds?: readonly { type: string; path: string; title: string }[];
  /** Where the page's thing stands in other forms for programs; whole addresses. */
  forms?: readonly { type: string; href: string }[];
  /** Structured data for machines (JSON-LD, schema.org): a block of data, never run. */
  data?: Record<string, unknown>;
}
