/** The shape of a text: what a story may consist of, and nothing else. Names are those of TipTap, so that an editor's JSON fits as it is. */

/** BCP 47 tag of the one language of a text, for example `zh-CN`, `en`, `ug`. */
export type LanguageTag = 'zh-CN' | 'en' | (string & {});

/** A story's words and pictures: the thing that is signed. `v` is the version of the canonical form: 3 where there is a footnote or a gallery, else 2 where there is a table, 1 everywhere else, so that what was signed before keeps its bytes. */
export type StoryText = {
  v: 1 | 2 | 3;
  language: LanguageTag;
  /** Headline, one line, 1 to 100 characters (empty only in a draft). */
  title: string;
  /** 导语, one paragraph without marks, up to 300 characters; empty means none. */
  deck: string;
  body: Body;
};

/** A ProseMirror document; always at least one block. */
export type Body = { type: 'doc'; content: Block[] };

export type Block =
  | Paragraph
  | Heading
  | BulletList
  | OrderedList
  | Blockquote
  | Figure
  | Gallery
  | FactBox
  | Table
  | HorizontalRule;
export type Paragraph = { type: 'paragraph'; content?: Inline[] };
export type Heading = { type: 'heading'; attrs: { level: 2 | 3 }; content?: Inline[] };
export type BulletList = { type: 'bulletList'; content: ListItem[] };
export type OrderedList = { type: 'orderedList'; attrs: { start: number }; content: ListItem[] };
export type ListItem = { type: 'listItem'; content: Block[] };
export type Blockquote = { type: 'blockquote'; content: Block[] };
/** A box of facts beside the story: who, when, where, telephone. */
export type FactBox = { type: 'factBox'; content: Block[] };
/** A table: rows of equally many cells, none merged with another, so that it can be read aloud and on a phone. */
export type Table = { type: 'table'; content: TableRow[] };
export type TableRow = { type: 'tableRow'; content: TableCell[] };
/** A `tableHeader` says what the cells below or beside it are. */
export type TableCell = { type: 'tableCell' | 'tableHeader'; content: Paragraph[] };
export type Figure = { type: 'figure'; attrs: FigureAttrs };
/** 图集: two to twelve pictures that belong together, in their order, each with words of its own. */
export type Gallery = { type: 'gallery'; content: Figure[] };
export type HorizontalRule = { type: 'horizontalRule' };

/** A picture, named by the SHA-256 of its stored bytes, so that a signature over the text covers the picture too. */
export type FigureAttrs = {
  /** Lowercase hex SHA-256 of the stored original. */
  hash: string;
  /** What is to be seen, for those who do not see it. */
  alt: string;
  caption: string;
  /** Who made the picture. */
  credit: string;
  /** Pixels of the stored original. */
  width: number;
  height: number;
};

export type Inline = TextNode | HardBreak | Footnote;
/** Text without line breaks; never empty. */
export type TextNode = { type: 'text'; text: string; marks?: Mark[] };
export type HardBreak = { type: 'hardBreak' };
/** 注释: words that stand apart and belong to this place, on one line; never blank. Numbers come from the order, at rendering. */
export type Footnote = { type: 'footnote'; content: TextNode[] };
/** In this order when there are several: link, bold, italic. */
export type Mark = { type: 'link'; attrs: { href: string } } | { type: 'bold' } | { type: 'italic' };

/** Anything in a body that has a type. */
export type AnyNode = Body | Block | ListItem | TableRow | TableCell | Inline;

/** What may stand in each container, as ProseMirror content expressions; `parse.ts` holds the same rules for the server. */
export const contentOf = {
  doc: 'block+',
  paragraph: 'inline*',
  heading: 'inline*',
  bulletList: 'listItem+',
  orderedList: 'listItem+',
  listItem: 'paragraph (paragraph | bulletList | orderedList)*',
  blockquote: '(paragraph | bulletList | orderedList)+',
  factBox: 'heading? (paragraph | bulletList | orderedList)+',
  table: 'tableRow+',
  tableRow: '(tableCell | tableHeader)+',
  tableCell: 'paragraph+',
  tableHeader: 'paragraph+',
  // An editor bears one or thirteen for a moment; the text does not (`limits`).
  gallery: 'figure+',
  footnote: 'text*',
} as const;
