import type { VNode } from 'preact';
import type { PagePicture } from '@xiangyin/server/contract';
import type { Here } from './here.ts';

/** How the props of one page become a page. */
export interface View<Props> {
  /** Title, description and what machines should know. */
  head(props: Props, here: Here): PageHead;
  Body(input: { props: Props; here: Here }): VNode;
  /** `masthead` is the tall one of the front page; `bar` (the default) the slim one. */
  header?: 'masthead' | 'bar';
  /** Small scripts that this page is better with; it works without. */
  islands?: readonly string[];
}

/** What stands in the document's head. */
export interface PageHead {
  title: string;
  description?: string;
  /** Pages for one reader (orders, forms, searches) stay out of search engines. */
  isPrivate?: boolean;
  picture?: PagePicture | null;
  /** Paths of this page in other languages, where they differ from its own. */
  translations?: readonly { language: string; path: string }[];
  /** The text's own language, when the page speaks another. */
  type?: 'article' | 'website';
}
