import { escapeHtml } from './escape-html.ts';
import { isAllowedHref } from './links.ts';
import { wholeNumbers } from './whole-numbers.ts';
import { wordsFor } from './words.ts';
import type {
  Block,
  FigureAttrs,
  Gallery,
  Inline,
  ListItem,
  Mark,
  StoryText,
  Table,
  TableCell,
  TextNode,
} from './schema.ts';

/** Where a picture is to be had. */
export type ResolvedFigure = {
  src: string;
  srcset?: string;
  sizes?: string;
  width: number;
  height: number;
  /** Other formats, the best first, for browsers that know them. */
  sources?: readonly { type: string; srcset: string; sizes: string }[];
  /** The picture at its largest, which a picture of a gallery opens. */
  href?: string;
  /** What must be said beside the picture and is no word of the text, such as that a machine made it. */
  note?: string;
};

export type HtmlOptions = {
  /** The address of a stored picture by its hash; null when it is gone: then its alternative text stands in its place. In a gallery it is shown smaller. */
  resolveFigure: (hash: string, figure: FigureAttrs, place: 'alone' | 'gallery') => ResolvedFigure | null;
  /** Rewrites links, for instance `/stories/…` to a full address in a feed. */
  resolveLink?: (href: string) => string;
  /** What stands in place of a paragraph that is nothing but a link (a recording to be played), made of its address and its words as HTML; null: the paragraph as it is. Its words must be those, and no others. */
  resolveLoneLink?: (href: string, wordsHtml: string) => string | null;
  /** Added to the heading levels 2 and 3 where the page's outline asks for it. */
  headingShift?: number;
};

/** The body as HTML, made from the text's JSON only: every word and attribute is escaped, no element outside the schema can appear. Title and deck are the page's.
 *  Footnotes stand at the end, each with a way back to its place (DPUB-ARIA 1.1); their ids are `note-1`, `note-1-mark`, so a page holds one text with notes. */
export function renderHtml(text: StoryText, given: HtmlOptions): string {
  const options: Rendering = { ...given, words: wordsFor(text.language), notes: [] };
  const body = renderBlocks(text.body.content, options);
  return body + renderNotes(options);
}

/** The options of one rendering, and the footnotes it has met so far. */
type Rendering = HtmlOptions & { words: ReturnType<typeof wordsFor>; notes: (readonly TextNode[])[] };

function renderNotes(options: Rendering): string {
  const { words, notes } = options;
  if (notes.length === 0) return '';
  const items = notes.map(
    (content, i) =>
      `<li id="note-${i + 1}">${renderInline(content, options)} <a class="note-back" href="#note-${i + 1}-mark" role="doc-backlink" aria-label="${escapeHtml(words.backTo(i + 1))}">↩</a></li>`,
  );
  const level = Math.min(6, 2 + (options.headingShift ?? 0));
  return `<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h${level} id="notes">${escapeHtml(words.notes)}</h${level}><ol>${items.join('')}</ol></section>`;
}

function renderNoteMark(content: readonly TextNode[], { words, notes }: Rendering): string {
  const number = notes.push(content);
  return `<sup class="note-mark"><a id="note-${number}-mark" href="#note-${number}" role="doc-noteref" aria-label="${escapeHtml(words.noteNumber(number))}">${number}</a></sup>`;
}

function renderBlocks(blocks: readonly Block[], options: Rendering): string {
  return blocks.map((block) => renderBlock(block, options)).join('');
}

function renderBlock(block: Block, options: Rendering): string {
  switch (block.type) {
    case 'paragraph':
      return renderLoneLink(block.content, options) ?? `<p>${renderInline(block.content, options)}</p>`;
    case 'heading': {
      const level = Math.min(6, Math.max(1, block.attrs.level + (options.headingShift ?? 0)));
      return `<h${level}>${renderInline(block.content, options)}</h${level}>`;
    }
    case 'bulletList':
      return `<ul>${renderItems(block.content, options)}</ul>`;
    case 'orderedList':
      return `<ol${block.attrs.start === 1 ? '' : ` start="${escapeHtml(String(block.attrs.start))}"`}>${renderItems(block.content, options)}</ol>`;
    case 'blockquote':
      return `<blockquote>${renderBlocks(block.content, options)}</blockquote>`;
    case 'factBox':
      return `<aside class="fact-box">${renderBlocks(block.content, options)}</aside>`;
    case 'figure':
      return renderFigure(block.attrs, options);
    case 'gallery':
      return renderGallery(block, options);
    case 'table':
      return renderTable(block, options);
    case 'horizontalRule':
      return '<hr>';
  }
}

function renderLoneLink(content: readonly Inline[] | undefined, options: Rendering): string | null {
  const [only, ...more] = content ?? [];
  if (!options.resolveLoneLink || only?.type !== 'text' || more.length > 0) return null;
  const href = hrefOf(only.marks);
  return href === undefined ? null : options.resolveLoneLink(href, renderInline(content, options));
}

/** An item of one paragraph is written without `<p>`, so that lists stay tight. */
function renderItems(items: readonly ListItem[], options: Rendering): string {
  return items
    .map(({ content: [first, ...rest] }) => {
      const tight = first?.type === 'paragraph' && rest.every((block) => block.type !== 'paragraph');
      return tight
        ? `<li>${renderInline(first.content, options)}${renderBlocks(rest, options)}</li>`
        : `<li>${renderBlocks(first ? [first, ...rest] : [], options)}</li>`;
    })
    .join('');
}

/** A wide table is moved sideways by itself, by keyboard too. A first row of headers alone stands over the columns. */
function renderTable({ content: [first, ...rest] }: Table, options: Rendering): string {
  const hasHead = first !== undefined && rest.length > 0 && first.content.every(({ type }) => type === 'tableHeader');
  const row = (cells: readonly TableCell[], scope: 'col' | 'row'): string =>
    `<tr>${cells.map((cell) => renderCell(cell, scope, options)).join('')}</tr>`;
  const head = hasHead ? `<thead>${row(first.content, 'col')}</thead>` : '';
  const rows = first === undefined || hasHead ? rest : [first, ...rest];
  return `<div class="table" tabindex="0"><table>${head}<tbody>${rows.map(({ content }) => row(content, 'row')).join('')}</tbody></table></div>`;
}

function renderCell({ type, content }: TableCell, scope: 'col' | 'row', options: Rendering): string {
  const [only, ...more] = content;
  const words = more.length === 0 ? renderInline(only?.content, options) : renderBlocks(content, options);
  return type === 'tableHeader' ? `<th scope="${scope}">${words}</th>` : `<td>${words}</td>`;
}

/** A grid that works without any script: each picture opens at its largest. */
function renderGallery({ content }: Gallery, options: Rendering): string {
  const label = escapeHtml(options.words.gallery(content.length));
  const figures = content.map(({ attrs }) => renderFigure(attrs, options, 'gallery')).join('');
  return `<div class="gallery" role="group" aria-label="${label}">${figures}</div>`;
}

function renderFigure(figure: FigureAttrs, options: Rendering, place: 'alone' | 'gallery' = 'alone'): string {
  const picture = options.resolveFigure(figure.hash, figure, place);
  const credit = figure.credit === '' ? '' : `<span class="credit">${escapeHtml(figure.credit)}</span>`;
  const note = picture?.note ? `<small class="picture-note">${escapeHtml(picture.note)}</small>` : '';
  const caption = [escapeHtml(figure.caption), credit, note].filter((part) => part !== '').join(' ');
  const shown =
    picture === null
      ? `<p class="missing-picture">${escapeHtml(figure.alt)}</p>`
      : opened(renderPicture(picture, figure.alt), place === 'gallery' ? picture.href : undefined);
  return `<figure>${shown}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`;
}

const opened = (html: string, href: string | undefined): string =>
  href === undefined ? html : `<a class="opens" href="${escapeHtml(href)}">${html}</a>`;

function renderPicture(picture: ResolvedFigure, alt: string): string {
  const sources = (picture.sources ?? []).map(
    ({ type, srcset, sizes }) =>
      `<source ${written([
        ['type', type],
        ['srcset', srcset],
        ['sizes', sizes],
      ])}>`,
  );
  const image = `<img ${written([
    ['src', picture.src],
    ['srcset', picture.srcset],
    ['sizes', picture.sizes],
    ['width', String(picture.width)],
    ['height', String(picture.height)],
    ['alt', alt],
  ])} loading="lazy" decoding="async">`;
  return sources.length === 0 ? image : `<picture>${sources.join('')}${image}</picture>`;
}

const written = (attributes: readonly (readonly [string, string | undefined])[]): string =>
  attributes.flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escapeHtml(value)}"`])).join(' ');

/** Neighbours under the same link share one `<a>`, also when some of their words are bold. */
function renderInline(content: readonly Inline[] | undefined, options: Rendering): string {
  let html = '';
  let open: string | undefined;
  for (const node of content ?? []) {
    const href = node.type === 'text' ? hrefOf(node.marks) : undefined;
    if (href !== open) {
      html += (open === undefined ? '' : '</a>') + (href === undefined ? '' : openLink(href, options));
      open = href;
    }
    if (node.type === 'footnote') html += renderNoteMark(node.content, options);
    else html += node.type === 'hardBreak' ? '<br>' : renderText(node.text, node.marks ?? []);
  }
  return open === undefined ? html : `${html}</a>`;
}

function openLink(href: string, options: Rendering): string {
  return `<a href="${escapeHtml(options.resolveLink?.(href) ?? href)}" rel="noopener">`;
}

function renderText(text: string, marks: readonly Mark[]): string {
  const words = unbroken(text);
  const italic = marks.some((mark) => mark.type === 'italic') ? `<em>${words}</em>` : words;
  return marks.some((mark) => mark.type === 'bold') ? `<strong>${italic}</strong>` : italic;
}

// Browsers break a telephone number at its hyphen.
const unbroken = (text: string): string =>
  wholeNumbers(text)
    .map((piece, at) => (at % 2 === 1 ? `<span class="unbroken">${piece}</span>` : escapeHtml(piece)))
    .join('');

/** The address of a link. Asked again here, since a text may come from elsewhere than `parseStoryText`. */
function hrefOf(marks: readonly Mark[] | undefined): string | undefined {
  for (const mark of marks ?? []) if (mark.type === 'link' && isAllowedHref(mark.attrs.href)) return mark.attrs.href;
  return undefined;
}
