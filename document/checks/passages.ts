import { inlineText } from '../inline-text.ts';
import type { Block, FigureAttrs, Inline, ListItem, StoryText, TableCell, TableRow } from '../schema.ts';

/** A stretch of words that is checked by itself: a headline, a paragraph, a picture's caption. */
export interface Passage {
  readonly path: string;
  readonly kind: 'title' | 'deck' | 'body' | 'alt' | 'caption' | 'credit';
  /** A footnote is one sign here (`noteSign`), so that nothing is found across it; its own words are a passage of their own. */
  readonly words: string;
  /** The words with addresses of the web and of mail blotted out sign by sign: their dots and colons are no punctuation. */
  readonly plain: string;
  readonly links: readonly { readonly from: number; readonly to: number; readonly href: string }[];
  /** In a box of facts a telephone number of an office is at its place. */
  readonly inFactBox: boolean;
  /** Of a picture's words: which picture. */
  readonly figure: string;
}

// The lengths are bounded, so that a paragraph of 20,000 digits costs no more than another.
const addresses = /(?:https?:\/\/|www\.)[\x21-\x7e]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;
const noLinks: Passage['links'] = [];
/** Stands in the words of a passage for a footnote. */
export const noteSign = '\ufffc';

/** Every passage of a text in reading order; also of one that an editor holds and nobody has normalised yet. */
export function passagesOf(text: StoryText): Passage[] {
  const passages = [passage('/title', 'title', text.title), passage('/deck', 'deck', text.deck)];
  collect(text.body.content, '/body/content', false, passages);
  return passages;
}

function collect(
  blocks: readonly (Block | ListItem | TableRow | TableCell)[],
  at: string,
  inFactBox: boolean,
  into: Passage[],
): void {
  for (const [i, block] of blocks.entries()) {
    const path = `${at}/${i}`;
    if (block.type === 'paragraph' || block.type === 'heading') {
      into.push({
        ...passage(path, 'body', inlineText(block.content, noteSign)),
        links: linksOf(block.content),
        inFactBox,
      });
      for (const [k, node] of (block.content ?? []).entries())
        if (node.type === 'footnote')
          into.push({
            ...passage(`${path}/content/${k}`, 'body', inlineText(node.content)),
            links: linksOf(node.content),
            inFactBox,
          });
    } else if (block.type === 'figure') into.push(...figurePassages(path, block.attrs));
    else if (block.type !== 'horizontalRule')
      collect(block.content, `${path}/content`, inFactBox || block.type === 'factBox', into);
  }
}

function passage(path: string, kind: Passage['kind'], words: string): Passage {
  const plain = words.replace(addresses, (address) => '\ufffc'.repeat(address.length));
  return { path, kind, words, plain, links: noLinks, inFactBox: false, figure: '' };
}

const figurePassages = (path: string, figure: FigureAttrs): Passage[] =>
  (['alt', 'caption', 'credit'] as const).map((kind) => ({
    ...passage(`${path}/attrs/${kind}`, kind, figure[kind]),
    figure: figure.hash,
  }));

function linksOf(content: readonly Inline[] | undefined): Passage['links'] {
  const links: Passage['links'][number][] = [];
  let from = 0;
  for (const node of content ?? []) {
    const to = from + (node.type === 'text' ? node.text.length : 1);
    const mark = node.type === 'text' ? node.marks?.find((one) => one.type === 'link') : undefined;
    const last = links[links.length - 1];
    // A link of which one word is bold is still one link.
    if (mark?.type === 'link' && last?.to === from && last.href === mark.attrs.href)
      links[links.length - 1] = { ...last, to };
    else if (mark?.type === 'link') links.push({ from, to, href: mark.attrs.href });
    from = to;
  }
  return links.length === 0 ? noLinks : links;
}

/** The sentence in which a place of a passage stands. */
export function sentenceAt(words: string, from: number, to: number): string {
  const before = words.slice(0, from);
  const start = Math.max(...['。', '！', '？', '\n', '. ', '! ', '? '].map((end) => before.lastIndexOf(end) + 1));
  const rest = words.slice(to);
  const end = rest.search(/[。！？\n]|[.!?](?= )/);
  return words.slice(start, end === -1 ? words.length : to + end + 1);
}

/** The addresses of this site that a text links to, each once: whether they exist only the site knows. */
export function internalLinks(text: StoryText): string[] {
  const hrefs = passagesOf(text).flatMap((one) => one.links.map(({ href }) => href));
  return [...new Set(hrefs.filter((href) => href.startsWith('/') && !href.startsWith('//')))];
}
