import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { isAllowedHref } from './links.ts';
import { contentOf } from './schema.ts';
import { suggestionNames } from './suggested.ts';
import { changedLink, changedMarks } from './suggested-form.ts';

export { isAllowedHref } from './links.ts';
export {
  changedLink,
  changedMarks,
  deepestList,
  formed,
  formNames,
  formOf,
  formValue,
  isHeadForm,
} from './suggested-form.ts';
export type { ChangedMark, FormName, SuggestedForm, Wish } from './suggested-form.ts';

const figureAttributes = { hash: '', alt: '', caption: '', credit: '', width: 1, height: 1 };

// The editor's commands for tables reckon with them; no cell of ours reaches further than itself.
const cellAttributes = { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } };

/** ProseMirror's node specs of a body, named as in TipTap. */
export const nodeSpecs = {
  doc: { content: contentOf.doc },
  paragraph: { group: 'block', content: contentOf.paragraph, parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    group: 'block',
    content: contentOf.heading,
    defining: true,
    attrs: { level: { default: 2 } },
    parseDOM: [
      { tag: 'h1', attrs: { level: 2 } },
      { tag: 'h2', attrs: { level: 2 } },
      { tag: 'h3', attrs: { level: 3 } },
    ],
    toDOM: (node) => [node.attrs['level'] === 3 ? 'h3' : 'h2', 0],
  },
  bulletList: { group: 'block', content: contentOf.bulletList, parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  orderedList: {
    group: 'block',
    content: contentOf.orderedList,
    attrs: { start: { default: 1 } },
    parseDOM: [{ tag: 'ol' }],
    toDOM: (node) => ['ol', node.attrs['start'] === 1 ? {} : { start: Number(node.attrs['start']) }, 0],
  },
  listItem: { content: contentOf.listItem, defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  blockquote: {
    group: 'block',
    content: contentOf.blockquote,
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  figure: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: Object.fromEntries(Object.entries(figureAttributes).map(([name, value]) => [name, { default: value }])),
    toDOM: (node) => ['figure', { 'data-hash': String(node.attrs['hash']) }, String(node.attrs['alt'])],
  },
  gallery: {
    group: 'block',
    content: contentOf.gallery,
    defining: true,
    isolating: true,
    parseDOM: [{ tag: 'div.gallery' }],
    toDOM: () => ['div', { class: 'gallery' }, 0],
  },
  factBox: {
    group: 'block',
    content: contentOf.factBox,
    defining: true,
    parseDOM: [{ tag: 'aside' }],
    toDOM: () => ['aside', { class: 'fact-box' }, 0],
  },
  table: {
    group: 'block',
    content: contentOf.table,
    isolating: true,
    tableRole: 'table',
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  tableRow: { content: contentOf.tableRow, tableRole: 'row', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
  tableCell: {
    content: contentOf.tableCell,
    attrs: cellAttributes,
    isolating: true,
    tableRole: 'cell',
    parseDOM: [{ tag: 'td' }],
    toDOM: () => ['td', 0],
  },
  tableHeader: {
    content: contentOf.tableHeader,
    attrs: cellAttributes,
    isolating: true,
    tableRole: 'header_cell',
    parseDOM: [{ tag: 'th' }],
    toDOM: () => ['th', 0],
  },
  horizontalRule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  text: { group: 'inline' },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  // One sign to the caret; its words are written in a field of their own.
  footnote: {
    group: 'inline',
    inline: true,
    atom: true,
    content: contentOf.footnote,
    parseDOM: [{ tag: 'span.footnote' }],
    toDOM: () => ['span', { class: 'footnote' }, 0],
  },
} satisfies Record<string, NodeSpec>;

/** ProseMirror's mark specs, in canonical order. */
export const markSpecs = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    toDOM: (mark) => [
      'a',
      { href: isAllowedHref(String(mark.attrs['href'])) ? String(mark.attrs['href']) : '#', rel: 'noopener' },
      0,
    ],
  },
  bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
} satisfies Record<string, MarkSpec>;

/** The schema itself, for whoever works with ProseMirror directly (checking shared drafts, tests). */
export const storySchema = new Schema({ nodes: nodeSpecs, marks: markSpecs });

/** Blocks, rows and cells of tables and breaks that a suggestion may put in or take out whole; cells by their column (`suggested-columns.ts`). Of words the attributes are about the break before them. */
export const suggestedNodes = [
  'paragraph',
  'heading',
  'hardBreak',
  'footnote',
  'figure',
  'horizontalRule',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
] as const;

/** Words and cells for which a suggestion may want another form (`suggested-form.ts`). */
export const formedNodes = ['paragraph', 'heading', 'tableCell', 'tableHeader'] as const;

const suggestedAttributes = Object.fromEntries(suggestionNames.map((name) => [name, { default: null }]));

const formAttribute = (name: string) => (formedNodes.some((one) => one === name) ? { form: { default: null } } : {});

/** ProseMirror's specs of the marks of a suggestion, which stand in working copies only. What is typed at their edge is nobody's suggestion. */
export const suggestionMarks = {
  inserted: {
    attrs: { id: {} },
    inclusive: false,
    toDOM: (mark) => ['ins', { 'data-suggestion': String(mark.attrs['id']) }, 0],
  },
  deleted: {
    attrs: { id: {} },
    inclusive: false,
    toDOM: (mark) => ['del', { 'data-suggestion': String(mark.attrs['id']) }, 0],
  },
  [changedLink]: {
    attrs: { id: {}, href: {} },
    inclusive: false,
    toDOM: (mark) => ['span', { 'data-suggestion': String(mark.attrs['id']) }, 0],
  },
  ...Object.fromEntries(
    Object.keys(changedMarks).map((name) => [
      name,
      {
        attrs: { id: {}, on: {} },
        inclusive: false,
        toDOM: (mark) => ['span', { 'data-suggestion': String(mark.attrs['id']) }, 0],
      } satisfies MarkSpec,
    ]),
  ),
} satisfies Record<string, MarkSpec>;

/** The schema of a working copy: that of a text, and suggestions. */
export const workingSchema = new Schema({
  nodes: Object.fromEntries(
    Object.entries(nodeSpecs as Record<string, NodeSpec>).map(([name, spec]) => [
      name,
      suggestedNodes.some((one) => one === name)
        ? { ...spec, attrs: { ...spec.attrs, ...suggestedAttributes, ...formAttribute(name) } }
        : spec,
    ]),
  ),
  marks: { ...markSpecs, ...suggestionMarks },
});

/** For `StarterKit.configure(…)`: what the schema has no place for is off. Collaboration brings its own undo: then also `undoRedo: false`. */
export const starterKitOptions = {
  code: false,
  codeBlock: false,
  strike: false,
  underline: false,
  heading: { levels: [2, 3] as (2 | 3)[] },
  link: { openOnClick: false, defaultProtocol: 'https', isAllowedUri: (href: string) => isAllowedHref(href) },
} as const;

/** The content rule of a node of the schema; undefined where it has none. The starter kit's own rules are wider (a heading within a list), so the console
 *  puts these in their place: `StarterKit.extend({ addExtensions() { return this.parent?.().map(…extend({ content })) } })`. */
export function contentRuleOf(name: string): string | undefined {
  return Object.entries(contentOf).find(([node]) => node === name)?.[1];
}

type HtmlAttributes = { readonly [name: string]: unknown };

/** For TipTap's `Node.create(figureNode)`; a node view draws the picture. Copied inside the editor it keeps all it knows (`data-` attributes); a foreign `<figure>` is not taken over, since its picture is not stored here. */
export const figureNode = {
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () =>
    Object.fromEntries(Object.entries(figureAttributes).map(([name, value]) => [name, attributeOf(name, value)])),
  parseHTML: () => [{ tag: 'figure[data-hash]' }],
  renderHTML: ({ HTMLAttributes }: { HTMLAttributes: HtmlAttributes }) => ['figure', HTMLAttributes] as const,
};

/** For TipTap's `Node.create(factBoxNode)`. */
export const factBoxNode = {
  name: 'factBox',
  group: 'block',
  content: contentOf.factBox,
  defining: true,
  parseHTML: () => [{ tag: 'aside.fact-box' }],
  renderHTML: () => ['aside', { class: 'fact-box' }, 0] as const,
};

/** For TipTap's `Node.create(galleryNode)`: pictures in a row. */
export const galleryNode = {
  name: 'gallery',
  group: 'block',
  content: contentOf.gallery,
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'div.gallery' }],
  renderHTML: () => ['div', { class: 'gallery' }, 0] as const,
};

/** For TipTap's `Node.create(footnoteNode)`; a node view draws its number and holds the field for its words. */
export const footnoteNode = {
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  content: contentOf.footnote,
  parseHTML: () => [{ tag: 'span.footnote' }],
  renderHTML: () => ['span', { class: 'footnote' }, 0] as const,
};

/** For TipTap's `Node.create(…)`: a table, its rows and its two kinds of cells. What is pasted is never wider than one cell. */
export const tableNodes = [
  { name: 'table', group: 'block', content: contentOf.table, isolating: true, tableRole: 'table', tag: 'table' },
  { name: 'tableRow', content: contentOf.tableRow, tableRole: 'row', tag: 'tr' },
  { name: 'tableCell', content: contentOf.tableCell, isolating: true, tableRole: 'cell', tag: 'td' },
  { name: 'tableHeader', content: contentOf.tableHeader, isolating: true, tableRole: 'header_cell', tag: 'th' },
].map(({ tag, tableRole, ...node }) => ({
  ...node,
  // ProseMirror's commands for tables know the nodes by their roles.
  extendNodeSchema: ({ name }: { name: string }) => (name === node.name ? { tableRole } : {}),
  addAttributes: () =>
    tableRole.endsWith('cell')
      ? Object.fromEntries(
          Object.entries(cellAttributes).map(([name, { default: value }]) => [
            name,
            { default: value, parseHTML: () => value, renderHTML: () => ({}) },
          ]),
        )
      : {},
  parseHTML: () => [{ tag }],
  renderHTML: () => (tag === 'table' ? (['table', ['tbody', 0]] as const) : ([tag, 0] as const)),
}));

function attributeOf(name: string, value: string | number): object {
  return {
    default: value,
    parseHTML: (element: { getAttribute(name: string): string | null }) => {
      const found = element.getAttribute(`data-${name}`);
      return found === null ? value : typeof value === 'number' ? Number(found) : found;
    },
    renderHTML: (attributes: HtmlAttributes) => ({ [`data-${name}`]: attributes[name] }),
  };
}
