import { limits } from '../limits.ts';
import type { Block, Inline, ListItem, Paragraph, TableCell, TextNode } from '../schema.ts';
import { notesApart, type NotesApart } from './footnotes.ts';
import { htmlTree, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { InlineCollector, plainLook, type Look } from './inline-collector.ts';
import { joinListLines, type ListLine } from './word-lists.ts';

/** A picture that stands in foreign HTML: an address, or its bytes as `data:`. */
export interface PastedPicture {
  readonly type: 'picture';
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
}

/** A block of a story, or a picture that is still to be fetched and stored. */
export type PastedBlock = Block | PastedPicture;

/** What foreign HTML says. `plain`: nothing but one paragraph of words, to be put in where the caret stands. */
export interface FromHtml {
  readonly blocks: readonly PastedBlock[];
  readonly plain: readonly Inline[] | null;
}

/** Foreign HTML as blocks that a story may hold: words, headings, lists, quotes, links, bold and italic; colours, sizes, boxes, empty paragraphs and indents are gone. */
export function storyFromHtml(html: string): FromHtml {
  const { nodes, notes } = notesApart(htmlTree(html));
  const reading = new Reading(notes);
  reading.read(nodes, plainLook);
  const blocks = joinListLines(reading.finish());
  const [only] = blocks;
  return {
    blocks,
    plain: blocks.length === 1 && only?.type === 'paragraph' && !reading.hadBlocks ? (only.content ?? []) : null,
  };
}

const blockNames = new Set(
  'p div section article header footer main nav aside address center form fieldset figure figcaption details summary dl dt dd h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table thead tbody tfoot tr td th caption hr body html'.split(
    ' ',
  ),
);

class Reading {
  readonly #words = new InlineCollector();
  #blocks: (PastedBlock | ListLine)[] = [];
  #form: Form = paragraph;
  readonly #notes: NotesApart['notes'];
  hadBlocks = false;
  constructor(notes: NotesApart['notes']) {
    this.#notes = notes;
  }

  read(nodes: readonly HtmlNode[], look: Look): void {
    for (const node of nodes)
      if (typeof node === 'string') this.#words.add(node, look);
      else this.#element(node, lookOf(node, look));
  }

  finish(): (PastedBlock | ListLine)[] {
    this.#flush();
    return this.#blocks;
  }

  #element(element: HtmlElement, look: Look): void {
    const { name } = element;
    if (name === 'br') return this.#words.break();
    const note = this.#notes.get(element);
    if (note) return this.#footnote(note);
    if (name === 'img' || name === 'v:imagedata') return this.#picture(element, '');
    if (!blockNames.has(name)) return this.read(element.children, look);
    // Word wraps a copied word or two in a body of its own.
    if (name !== 'html' && name !== 'body') this.hadBlocks = true;
    this.#flush();
    this.#block(element, look);
    this.#flush();
  }

  // Whatever a note is made of, it becomes words on one line.
  #footnote(children: readonly HtmlNode[]): void {
    const paragraphs = flowing(this.#inside(children, plainLook), []).flatMap(paragraphsOf);
    const words = paragraphs.flatMap(({ content = [] }, i): TextNode[] => [
      ...(i === 0 ? [] : [{ type: 'text' as const, text: ' ' }]),
      ...content.flatMap((node): TextNode[] =>
        node.type === 'text' ? [node] : node.type === 'hardBreak' ? [{ type: 'text', text: ' ' }] : [],
      ),
    ]);
    if (words.length > 0) this.#words.footnote(words);
  }

  #block(element: HtmlElement, look: Look): void {
    const { name, children } = element;
    const level = headingLevel(element);
    if (level !== null)
      return this.#as({ kind: 'heading', level }, () => this.read(children, { ...look, bold: false }));
    const listLine = wordListLine(element);
    if (listLine) return this.#as({ kind: 'item', ...listLine }, () => this.read(withoutMarker(children), look));
    if (name === 'hr') return void this.#blocks.push({ type: 'horizontalRule' });
    if (name === 'ul' || name === 'ol') return this.#list(element, look);
    if (name === 'blockquote') return this.#quote(children, look);
    if (name === 'table') return this.#table(element, look);
    if (name === 'figure') return this.#figure(element, look);
    this.read(children, name === 'pre' ? { ...look, kept: true } : look);
  }

  #as(form: Form, work: () => void): void {
    const outer = this.#form;
    this.#form = form;
    work();
    this.#flush();
    this.#form = outer;
  }

  #flush(): void {
    for (const content of this.#words.take()) {
      const form = this.#form;
      if (form.kind === 'heading')
        this.#blocks.push({ type: 'heading', attrs: { level: form.level }, content: content.map(withoutBold) });
      else if (form.kind === 'item')
        this.#blocks.push({ type: 'listLine', level: form.level, start: form.start, content });
      else this.#blocks.push({ type: 'paragraph', content });
    }
  }

  #list({ name, attributes, children }: HtmlElement, look: Look): void {
    const pictures: PastedBlock[] = [];
    const items: ListItem[] = [];
    for (const child of children) {
      if (typeof child === 'string') continue;
      const inner = flowing(this.#inside([child], look), pictures);
      // Word and old pages put an inner list beside the item it belongs to.
      const last = items.at(-1);
      if (child.name !== 'li' && last && inner.every(isList)) last.content.push(...inner);
      else if (inner.length > 0)
        items.push({
          type: 'listItem',
          content: inner[0]?.type === 'paragraph' ? inner : [{ type: 'paragraph' }, ...inner],
        });
    }
    if (items.length > 0)
      this.#blocks.push(
        name === 'ol'
          ? { type: 'orderedList', attrs: { start: startOf(attributes['start']) }, content: items }
          : { type: 'bulletList', content: items },
      );
    this.#blocks.push(...pictures);
  }

  #quote(children: readonly HtmlNode[], look: Look): void {
    const pictures: PastedBlock[] = [];
    const content = flowing(this.#inside(children, look), pictures);
    if (content.length > 0) this.#blocks.push({ type: 'blockquote', content });
    this.#blocks.push(...pictures);
  }

  // A table of one column is a page's box. One too large for a story becomes a line for each row, so that no word is lost.
  #table(element: HtmlElement, look: Look): void {
    const rows = rowsOf(element).filter((cells) => cells.length > 0);
    if (rows.every((cells) => cells.length < 2))
      return rows.forEach((cells) => cells.forEach((cell) => this.#within(cell.children, look)));
    const pictures: PastedBlock[] = [];
    const grid = gridOf(rows).map((cells) =>
      cells.map((cell): TableCell => {
        const header = cell?.name === 'th';
        const inside = cell
          ? flowing(this.#inside(cell.children, header ? { ...look, bold: false } : look), pictures)
          : [];
        const content = inside.flatMap(paragraphsOf).map((one) => (header ? plainHeader(one) : one));
        return {
          type: header ? 'tableHeader' : 'tableCell',
          content: content.length > 0 ? content : [{ type: 'paragraph' }],
        };
      }),
    );
    const fits = grid.length <= limits.tableRows && (grid[0]?.length ?? 0) <= limits.tableColumns;
    if (fits) this.#blocks.push({ type: 'table', content: grid.map((content) => ({ type: 'tableRow', content })) });
    else this.#blocks.push(...grid.map(lineOf));
    this.#blocks.push(...pictures);
  }

  #figure({ children }: HtmlElement, look: Look): void {
    const inner = this.#inside(children, look);
    const pictures = inner.filter((block) => block.type === 'picture');
    const [picture] = pictures;
    const rest = inner.filter((block) => block.type !== 'picture');
    const [words] = rest;
    if (pictures.length === 1 && picture && rest.length === 1 && words?.type === 'paragraph')
      this.#blocks.push({ ...picture, caption: textOf(words.content) });
    else this.#blocks.push(...inner);
  }

  #within(children: readonly HtmlNode[], look: Look): void {
    this.read(children, look);
    this.#flush();
  }

  #inside(children: readonly HtmlNode[], look: Look): PastedBlock[] {
    const reading = new Reading(this.#notes);
    reading.read(children, look);
    return joinListLines(reading.finish());
  }

  #picture({ attributes, style }: HtmlElement, caption: string): void {
    const src = attributes['data-src'] ?? attributes['data-original'] ?? attributes['src'] ?? '';
    const side = (name: string): number => Number.parseFloat(attributes[name] ?? style.get(name) ?? '') || 100;
    // One-pixel pictures count readers; they show nothing.
    if (src === '' || side('width') <= 3 || side('height') <= 3) return;
    this.#flush();
    this.hadBlocks = true;
    this.#blocks.push({ type: 'picture', src, alt: (attributes['alt'] ?? '').trim(), caption });
  }
}

type Form =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'heading'; readonly level: 2 | 3 }
  | { readonly kind: 'item'; readonly level: number; readonly start: number | null };
const paragraph: Form = { kind: 'paragraph' };

function lookOf({ name, attributes, style }: HtmlElement, look: Look): Look {
  const weight = style.get('font-weight') ?? '';
  const slant = style.get('font-style') ?? '';
  const href = name === 'a' ? (attributes['href'] ?? '').trim() : '';
  const space = style.get('white-space') ?? '';
  return {
    bold:
      weight === ''
        ? look.bold || name === 'b' || name === 'strong'
        : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600,
    italic: slant === '' ? look.italic || name === 'i' || name === 'em' : slant === 'italic' || slant === 'oblique',
    href: href === '' ? look.href : href,
    kept: look.kept || name === 'pre' || space === 'pre' || space === 'pre-wrap',
  };
}

function headingLevel({ name, attributes, style }: HtmlElement): 2 | 3 | null {
  const tag = /^h([1-6])$/.exec(name)?.[1];
  // WPS and older Word write a heading as a paragraph with a level.
  const outline = name === 'p' ? /^\d$/.exec(style.get('mso-outline-level') ?? '')?.[0] : undefined;
  const title = name === 'p' && /^(Mso)?Title$/.test(attributes['class'] ?? '') ? '1' : undefined;
  const level = Number(tag ?? outline ?? title ?? 0);
  return level === 0 ? null : level <= 2 ? 2 : 3;
}

/** A paragraph that Word or WPS mean as an item of a list: how deep, and its number; null as number: a bullet. */
function wordListLine(element: HtmlElement): { level: number; start: number | null } | null {
  const list = element.style.get('mso-list') ?? '';
  const level = /\blevel(\d)/.exec(list)?.[1];
  if (level === undefined || list.startsWith('ignore')) return null;
  const marker = markerOf(element.children).trim();
  const number = /^[（(]?(\d+)[.．、)）]?$/.exec(marker)?.[1];
  const isNumbered = number !== undefined || /^[（(]?[a-zA-Z一二三四五六七八九十]+[.．、)）]$/.test(marker);
  return { level: Number(level), start: isNumbered ? Number(number ?? 1) : null };
}

const isMarker = ({ style }: HtmlElement): boolean => style.get('mso-list') === 'ignore';
const markerOf = (nodes: readonly HtmlNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return '';
      return isMarker(node) ? wordsIn(node.children) : markerOf(node.children);
    })
    .join('');
const withoutMarker = (nodes: readonly HtmlNode[]): HtmlNode[] =>
  nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node];
    return isMarker(node) ? [] : [{ ...node, children: withoutMarker(node.children) }];
  });
const wordsIn = (nodes: readonly HtmlNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : wordsIn(node.children))).join('');

function rowsOf(table: HtmlElement): HtmlElement[][] {
  const rows: HtmlElement[][] = [];
  const look = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      if (node.name === 'tr')
        rows.push(
          node.children.filter((one): one is HtmlElement => typeof one !== 'string' && /^t[dh]$/.test(one.name)),
        );
      else if (node.name === 'caption') rows.push([node]);
      else look(node.children);
    }
  };
  look(table.children);
  return rows;
}

const isList = (block: Block): boolean => block.type === 'bulletList' || block.type === 'orderedList';

/** What may stand within an item or a quote: headings become paragraphs, quotes their paragraphs, pictures go behind. */
function flowing(blocks: readonly PastedBlock[], pictures: PastedBlock[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'picture':
      case 'figure':
        pictures.push(block);
        return [];
      case 'heading':
        return [{ type: 'paragraph', ...(block.content ? { content: block.content } : {}) }];
      case 'blockquote':
      case 'factBox':
        return flowing(block.content, pictures);
      case 'horizontalRule':
      case 'gallery':
        return [];
      case 'table':
        return paragraphsOf(block);
      default:
        return [block];
    }
  });
}

/** Within a cell of a table, and of one in a list: paragraphs alone. */
function paragraphsOf(block: Block): Paragraph[] {
  if (block.type === 'paragraph') return [block];
  if (block.type === 'bulletList' || block.type === 'orderedList')
    return block.content.flatMap((item) => item.content.flatMap(paragraphsOf));
  if (block.type === 'table')
    return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content)).filter((one) => one.content);
  return [];
}

// A header is bold already.
const plainHeader = ({ content }: Paragraph): Paragraph => ({
  type: 'paragraph',
  ...(content ? { content: content.map(withoutBold) } : {}),
});

function lineOf(cells: readonly TableCell[]): Paragraph {
  const words = cells.flatMap((cell) => cell.content.flatMap((one) => (one.content ? [one.content] : [])));
  const content = words.flatMap((one, i): Inline[] => (i === 0 ? one : [{ type: 'text', text: '｜' }, ...one]));
  return { type: 'paragraph', content };
}

const span = (cell: HtmlElement, name: string): number =>
  Math.min(20, Math.max(1, Math.trunc(Number(cell.attributes[name] ?? 1)) || 1));

/** Cells as a whole grid: one that reaches further stands first in its stretch, the rest of which is empty (null). */
function gridOf(rows: readonly (readonly HtmlElement[])[]): (HtmlElement | null)[][] {
  const grid: (HtmlElement | null | undefined)[][] = rows.map(() => []);
  for (const [y, cells] of rows.entries()) {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x] !== undefined) x += 1;
      for (let down = 0; down < span(cell, 'rowspan'); down += 1)
        for (let right = 0; right < span(cell, 'colspan'); right += 1) {
          const line = grid[y + down];
          if (line && line[x + right] === undefined) line[x + right] = down + right === 0 ? cell : null;
        }
    }
  }
  const width = Math.max(0, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, i) => line[i] ?? null));
}

// A heading is bold already.
function withoutBold(node: Inline): Inline {
  if (node.type !== 'text' || !node.marks) return node;
  const { marks, ...rest } = node;
  const left = marks.filter((mark) => mark.type !== 'bold');
  return left.length > 0 ? { ...rest, marks: left } : rest;
}

const textOf = (content: readonly Inline[] | undefined): string =>
  (content ?? []).map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' ' : '')).join('');

function startOf(text: string | undefined): number {
  const start = Number(text ?? 1);
  return Number.isInteger(start) && start >= 1 && start <= 9_999 ? start : 1;
}
