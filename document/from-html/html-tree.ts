import { parseDocument } from 'htmlparser2';

/** An element of foreign HTML, as far as it says anything about words: lower-case name, attributes, and its own style as pairs. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
}

/** Words, or an element. */
export type HtmlNode = string | HtmlElement;

// What the parser gives, as far as it is read here.
interface Parsed {
  readonly type: string;
  readonly data?: string;
  readonly name?: string;
  readonly attribs?: Record<string, string>;
  readonly children?: readonly unknown[];
}

// Elements whose words are no words of the text.
const silent = new Set(
  'script style head title meta link xml noscript template iframe object embed svg math canvas audio video button input select textarea map'.split(
    ' ',
  ),
);
// Deeper than any page that people made; of what lies below only the words are taken.
const deepest = 200;

/** Reads HTML; whatever is not shown to a reader is left out: comments, conditional parts, hidden elements. Never throws, and runs nothing. */
export function htmlTree(html: string): HtmlNode[] {
  const { children } = parseDocument(html, { decodeEntities: true, lowerCaseTags: true }) as unknown as Parsed;
  return nodesOf(children ?? [], 0);
}

function nodesOf(children: readonly unknown[], depth: number): HtmlNode[] {
  if (depth > deepest) return [wordsBelow(children)];
  return children.flatMap((child): HtmlNode[] => {
    const one = child as Parsed;
    if (one.type === 'text') return [one.data ?? ''];
    // Comments, instructions of Word (`<![if !supportLists]>`), the doctype.
    if (one.name === undefined || one.type === 'directive') return [];
    const name = one.name.toLowerCase();
    if (silent.has(name)) return [];
    const attributes = one.attribs ?? {};
    const style = styleOf(attributes['style'] ?? '');
    if (isHidden(attributes, style)) return [];
    return [{ name, attributes, style, children: nodesOf(one.children ?? [], depth + 1) }];
  });
}

function wordsBelow(children: readonly unknown[]): string {
  const words: string[] = [];
  const waiting = [...children].reverse() as Parsed[];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.type === 'text') words.push(one.data ?? '');
    else if (one.name !== undefined && !silent.has(one.name.toLowerCase()))
      waiting.push(...([...(one.children ?? [])].reverse() as Parsed[]));
  }
  return words.join('');
}

function styleOf(text: string): ReadonlyMap<string, string> {
  const style = new Map<string, string>();
  for (const rule of text.split(';')) {
    const colon = rule.indexOf(':');
    if (colon > 0)
      style.set(
        rule.slice(0, colon).trim().toLowerCase(),
        rule
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return style;
}

const isHidden = (attributes: Readonly<Record<string, string>>, style: ReadonlyMap<string, string>): boolean =>
  'hidden' in attributes ||
  style.get('display') === 'none' ||
  style.get('visibility') === 'hidden' ||
  style.get('mso-hide') === 'all' ||
  // Word's own comments and their marks.
  (style.get('mso-element') ?? '').startsWith('comment') ||
  style.has('mso-comment-continuation');
