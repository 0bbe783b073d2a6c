import { limits } from '../limits.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';

/** Foreign HTML without its notes, and these by the marks that lead to them. */
export interface NotesApart {
  readonly nodes: readonly HtmlNode[];
  readonly notes: ReadonlyMap<HtmlElement, readonly HtmlNode[]>;
}

// More links within a page are a list of contents.
const mostLinks = 2 * limits.footnotes;

/** Finds footnotes as Word, WPS, LibreOffice, our own pages and the reader of Word files write them: a link to a place of the page that holds a link back. */
export function notesApart(nodes: readonly HtmlNode[]): NotesApart {
  const notes = new Map<HtmlElement, readonly HtmlNode[]>();
  const links = elementsIn(nodes).filter(({ name, attributes }) => name === 'a' && inPage(attributes['href']));
  if (links.length === 0 || links.length > mostLinks) return { nodes, notes };
  const holders = holdersOf(nodes);
  const taken = new Set<HtmlElement>();
  // A way back leads to a paragraph that holds the way there: that makes no note of the paragraph.
  const within = new Set<HtmlElement>();
  for (const link of links) {
    const note = holders.get(inPage(link.attributes['href']) ?? '');
    if (!note || note === link || within.has(link) || taken.has(note) || elementsIn([note]).includes(link)) continue;
    const names = new Set([link.attributes['id'], link.attributes['name'], holders.idOf(link)].filter(Boolean));
    const back = elementsIn([note]).find(
      ({ name, attributes }) => name === 'a' && names.has(inPage(attributes['href'])),
    );
    const words = back && without(note.children, new Set([back]));
    if (!words || wordsIn(words).trim() === '' || wordsIn(words).length > limits.footnoteCharacters) continue;
    taken.add(note);
    for (const one of elementsIn([note])) within.add(one);
    notes.set(link, words);
  }
  return taken.size === 0 ? { nodes, notes } : { nodes: without(nodes, taken), notes };
}

const inPage = (href: string | undefined): string | undefined => /#([^#]+)$/.exec(href ?? '')?.[1];

function elementsIn(nodes: readonly HtmlNode[]): HtmlElement[] {
  const found: HtmlElement[] = [];
  const look = (below: readonly HtmlNode[]): void => {
    for (const node of below) {
      if (typeof node === 'string') continue;
      found.push(node);
      look(node.children);
    }
  };
  look(nodes);
  return found;
}

const blocks = /^(li|p|div|aside|dd|section)$/;

/** The element that a name of the page means: the smallest block around it, but an item of a list or Word's own box as a whole. */
function holdersOf(nodes: readonly HtmlNode[]) {
  const byName = new Map<string, HtmlElement>();
  const ids = new Map<HtmlElement, string>();
  const look = (below: readonly HtmlNode[], block: HtmlElement | null, id: string): void => {
    for (const node of below) {
      if (typeof node === 'string') continue;
      const own = node.attributes['id'] ?? node.attributes['name'];
      const isWhole = block?.name === 'li' || /^(foot|end)note$/.test(block?.style.get('mso-element') ?? '');
      const here = blocks.test(node.name) && !isWhole ? node : block;
      for (const name of [node.attributes['id'], node.attributes['name']])
        if (name && here && !byName.has(name)) byName.set(name, here);
      // Our own pages name the mark around the link.
      ids.set(node, node.name === 'a' ? (own ?? id) : '');
      look(node.children, here, node.name === 'sup' ? (own ?? '') : id);
    }
  };
  look(nodes, null, '');
  return { get: (name: string) => byName.get(name), idOf: (link: HtmlElement) => ids.get(link) };
}

/** The tree without some of its elements, nor what held nothing else. */
function without(nodes: readonly HtmlNode[], gone: ReadonlySet<HtmlElement>): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node];
    if (gone.has(node)) return [];
    const children = without(node.children, gone);
    const isSame = children.length === node.children.length && children.every((one, i) => one === node.children[i]);
    if (isSame) return [node];
    const isEmpty = children.every((one) => typeof one === 'string' && one.trim() === '');
    return isEmpty || isListOfNotes(node) ? [] : [{ ...node, children }];
  });
}

// With its line or its heading, which nobody needs without the notes.
const isListOfNotes = ({ attributes, style }: HtmlElement): boolean =>
  attributes['role'] === 'doc-endnotes' || /^(foot|end)note-list$/.test(style.get('mso-element') ?? '');

const wordsIn = (nodes: readonly HtmlNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : wordsIn(node.children))).join('');
