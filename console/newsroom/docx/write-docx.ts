import {
  suggestedCells,
  type Block,
  type FigureAttrs,
  type Inline,
  type ListItem,
  type StoryText,
  type Suggested,
  type Table,
  type TableCell,
} from '@xiangyin/document';
import { strToU8, zipSync } from 'fflate';
import {
  documentPart,
  drawing,
  escapeXml,
  fixedParts,
  footnotesPart,
  noteRelationsPart,
  numberingPart,
  relationsPart,
  type Relation,
} from './docx-parts.ts';

/** A picture as Word can show it. */
export interface DocxPicture {
  /** JPEG. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A text with what belongs on its printed sheet. */
export interface DocxStory {
  readonly text: StoryText;
  /** Section, byline, version, under the headline. */
  readonly facts: string;
  /** Who signed what when, one a line. */
  readonly signatures: readonly string[];
  readonly signaturesTitle: string;
  /** By hash; without its bytes a picture is named by its alternative text. */
  readonly pictures: ReadonlyMap<string, DocxPicture>;
  /** Whose the suggestions are that stand in the text: a body as the editor has it may hold some, which Word shows as its own tracked changes. */
  readonly suggestions?: ReadonlyMap<string, { readonly by: string; readonly at: string }>;
}

type Kind = 'inserted' | 'deleted';

/** A story as a Word file (ECMA-376): headline, lead, text, pictures with captions and credits, footnotes as Word's own, and the strip of signatures. */
export function writeDocx(story: DocxStory): Uint8Array<ArrayBuffer> {
  const sheet = new Sheet(story.pictures, story.suggestions ?? new Map());
  sheet.noteBreaks(story.text.body.content);
  const body = [
    paragraph('Title', run(story.text.title)),
    paragraph('Caption', run(story.facts)),
    ...(story.text.deck === '' ? [] : [paragraph('Lead', run(story.text.deck))]),
    ...story.text.body.content.map((block) => sheet.block(block, 'Normal')),
    ...(story.signatures.length === 0
      ? []
      : [
          paragraph('Heading3', run(story.signaturesTitle)),
          ...story.signatures.map((one) => paragraph('Caption', run(one))),
        ]),
  ];
  const files = {
    ...fixedParts,
    'word/document.xml': documentPart(body.join('')),
    'word/_rels/document.xml.rels': relationsPart(sheet.relations),
    'word/numbering.xml': numberingPart(sheet.lists),
    'word/footnotes.xml': footnotesPart(sheet.notes),
    'word/_rels/footnotes.xml.rels': noteRelationsPart(sheet.noteRelations),
  };
  return zipSync({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    ...Object.fromEntries(sheet.media.map((bytes, i) => [`word/media/${i + 1}.jpeg`, bytes])),
  });
}

class Sheet {
  readonly relations: Relation[] = [];
  readonly lists: { numbered: boolean; level: number; start: number }[] = [];
  readonly media: Uint8Array[] = [];
  readonly notes: string[] = [];
  readonly noteRelations: Relation[] = [];
  readonly #pictures: ReadonlyMap<string, DocxPicture>;
  readonly #suggestions: NonNullable<DocxStory['suggestions']>;
  // Word keeps a break with the words before it, we with those behind it.
  readonly #endsTracked = new Map<object, string>();
  #changes = 0;
  constructor(pictures: ReadonlyMap<string, DocxPicture>, suggestions: NonNullable<DocxStory['suggestions']>) {
    this.#pictures = pictures;
    this.#suggestions = suggestions;
  }

  noteBreaks(blocks: readonly object[], before?: object): object | undefined {
    let last = before;
    for (const block of blocks) {
      const { type, content, attrs } = block as { type?: unknown; content?: object[]; attrs?: Record<Kind, unknown> };
      if (type !== 'paragraph' && type !== 'heading') {
        last = this.noteBreaks(content ?? [], last);
        continue;
      }
      for (const kind of ['inserted', 'deleted'] as const)
        if (last && typeof attrs?.[kind] === 'string')
          this.#endsTracked.set(last, `<w:rPr><w:${tagOf(kind)} ${this.#change(attrs[kind])}/></w:rPr>`);
      last = block;
    }
    return last;
  }

  #change(id: string): string {
    const { by, at } = this.#suggestions.get(id) ?? { by: '', at: '' };
    this.#changes += 1;
    return `w:id="${this.#changes}" w:author="${escapeXml(by)}"${at === '' ? '' : ` w:date="${escapeXml(at.slice(0, 19))}Z"`}`;
  }

  // Runs within the tracked changes that put them in or take them out.
  #tracked(runs: string, ids: Partial<Record<Kind, unknown>>): string {
    const inner =
      typeof ids.deleted === 'string'
        ? `<w:del ${this.#change(ids.deleted)}>${runs.replaceAll(/<(\/?)w:t\b/g, '<$1w:delText')}</w:del>`
        : runs;
    return typeof ids.inserted === 'string' ? `<w:ins ${this.#change(ids.inserted)}>${inner}</w:ins>` : inner;
  }

  block(block: Block, style: string, level = 0): string {
    switch (block.type) {
      case 'paragraph':
        return paragraph(style, this.#words(block.content), this.#endOf(block));
      case 'heading':
        return paragraph(`Heading${block.attrs.level}`, this.#words(block.content), this.#endOf(block));
      case 'bulletList':
        return this.#list(block.content, style, { numbered: false, level, start: 1 });
      case 'orderedList':
        return this.#list(block.content, style, { numbered: true, level, start: block.attrs.start });
      case 'blockquote':
        return block.content.map((one) => this.block(one, 'Quote', level)).join('');
      case 'factBox':
        return block.content.map((one) => this.block(one, 'Facts', level)).join('');
      case 'table':
        return this.#table(block);
      case 'horizontalRule':
        return '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="999999"/></w:pBdr></w:pPr></w:p>';
      case 'figure':
        return this.#figure(block.attrs);
      case 'gallery':
        return block.content.map((one) => this.#figure(one.attrs)).join('');
    }
  }

  #endOf = (block: object): string => this.#endsTracked.get(block) ?? '';

  #list(items: readonly ListItem[], style: string, list: Sheet['lists'][number]): string {
    this.lists.push(list);
    const id = this.lists.length;
    const number = `<w:numPr><w:ilvl w:val="${Math.min(8, list.level)}"/><w:numId w:val="${id}"/></w:numPr>`;
    return items
      .map(({ content: [first, ...rest] }) => {
        const words = first?.type === 'paragraph' ? this.#words(first.content) : '';
        return (
          paragraph(style, words, number + (first ? this.#endOf(first) : '')) +
          rest.map((one) => this.block(one, style, list.level + 1)).join('')
        );
      })
      .join('');
  }

  #table(table: Table): string {
    const { content } = table;
    const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
      .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`)
      .join('');
    const columns = '<w:gridCol/>'.repeat(content[0]?.content.length ?? 1);
    const marks = suggestedCells(
      content.map((row) => row.content.map((cell) => ({ ...attributesOf(cell), isBlank: isBlank(cell) }))),
    );
    const rows = content.map((row, number) => {
      const head = row.content.every(({ type }) => type === 'tableHeader') ? '<w:tblHeader/>' : '';
      // Word tracks no whole tables: all their rows come or go.
      const facts = head + this.#marks(['ins', 'del'], { ...attributesOf(table), ...attributesOf(row) });
      const words = row.content.map((cell, at) => {
        const change = this.#marks(['cellIns', 'cellDel'], marks[number]?.[at] ?? {});
        return `<w:tc><w:tcPr>${change}</w:tcPr>${cell.content.map((one) => this.block(one, 'Normal')).join('')}</w:tc>`;
      });
      return `<w:tr>${facts === '' ? '' : `<w:trPr>${facts}</w:trPr>`}${words.join('')}</w:tr>`;
    });
    return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
  }

  // That a row or a cell is put in or taken out, in this order (ECMA-376 part 1, §17.13.5); a cell is either, never both.
  #marks([put, taken]: readonly ['ins' | 'cellIns', 'del' | 'cellDel'], { inserted, deleted }: Suggested): string {
    const mark = (tag: string, id: unknown): string =>
      typeof id === 'string' ? `<w:${tag} ${this.#change(id)}/>` : '';
    return put === 'cellIns' && typeof inserted === 'string'
      ? mark(put, inserted)
      : mark(put, inserted) + mark(taken, deleted);
  }

  #figure({ hash, alt, caption, credit, ...ids }: FigureAttrs & Partial<Record<Kind, unknown>>): string {
    const said = paragraph('Caption', run([caption, credit].filter((one) => one !== '').join(' ')));
    const picture = this.#pictures.get(hash);
    if (!picture) return paragraph('Caption', run(`[${alt}]`)) + said;
    this.media.push(picture.bytes);
    const id = this.#relate('image', `media/${this.media.length}.jpeg`);
    return (
      paragraph('Normal', this.#tracked(drawing(id, this.media.length, alt, picture.width, picture.height), ids)) + said
    );
  }

  #words(content: readonly Inline[] | undefined, into = this.relations): string {
    return (content ?? [])
      .map((node) => {
        if (node.type === 'hardBreak') return this.#tracked('<w:r><w:br/></w:r>', attributesOf(node));
        if (node.type === 'footnote') {
          const number = this.notes.push(this.#words(node.content, this.noteRelations));
          return this.#tracked(
            `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${number}"/></w:r>`,
            attributesOf(node),
          );
        }
        const marks = node.marks ?? [];
        const look = {
          bold: marks.some((mark) => mark.type === 'bold'),
          italic: marks.some((mark) => mark.type === 'italic'),
        };
        const words = this.#tracked(run(node.text, look), suggestedBy(marks));
        const link = marks.find((mark) => mark.type === 'link');
        return link?.type === 'link'
          ? `<w:hyperlink r:id="${this.#relate('hyperlink', link.attrs.href, into)}">${words}</w:hyperlink>`
          : words;
      })
      .join('');
  }

  #relate(kind: Relation['kind'], target: string, into = this.relations): string {
    const id = `rId${into.length + 10}`;
    into.push({ id, kind, target });
    return id;
  }
}

const isBlank = ({ content }: TableCell): boolean => content.every((words) => (words.content ?? []).length === 0);

// The editor's own nodes say by which suggestion they stand.
const attributesOf = (node: object): Partial<Record<Kind, unknown>> =>
  (node as { attrs?: Partial<Record<Kind, unknown>> }).attrs ?? {};

const tagOf = (kind: Kind): 'ins' | 'del' => (kind === 'inserted' ? 'ins' : 'del');

// The editor's marks are more than those of a text.
const suggestedBy = (
  marks: readonly { type: string; attrs?: Readonly<Record<string, unknown>> }[],
): Partial<Record<Kind, unknown>> =>
  Object.fromEntries(
    marks
      .filter(({ type }) => type === 'inserted' || type === 'deleted')
      .map(({ type, attrs }) => [type, attrs?.['id']]),
  );

const paragraph = (style: string, runs: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs}</w:p>`;

const run = (text: string, { bold = false, italic = false } = {}): string =>
  `<w:r><w:rPr>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
