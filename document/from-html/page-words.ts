import { htmlTree } from './html-tree.ts';
import type { HtmlNode } from './html-tree.ts';

/** The words of a page of any maker that stand in its HTML, run together: without scripts, styles and what is hidden. What a script would write there is not among them. Never throws, and runs nothing. */
export const pageWords = (html: string): string => wordsIn(htmlTree(html));

const wordsIn = (nodes: readonly HtmlNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : wordsIn(node.children))).join('');
