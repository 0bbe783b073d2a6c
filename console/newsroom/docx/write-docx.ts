import type { Block, Inline, ListItem, StoryText, Table } from '@xiangyin/document';
import { strToU8, zipSync } from 'fflate';
import {
  documentPart,
  drawing,
  escapeXml,
  fixedParts,
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
}

/** A story as a Word file (ECMA-376): headline, lead, text, pictures with captions and credits, and the strip of signatures. */
export function writeDocx(story: DocxStory): Uint8Array<ArrayBuffer> {
  const sheet = new Sheet(story.pictures);
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
  readonly #pictures: ReadonlyMap<string, DocxPicture>;
  constructor(pictures: ReadonlyMap<string, DocxPicture>) {
    this.#pictures = pictures;
  }

  block(block: Block, style: string, level = 0): string {
    switch (block.type) {
      case 'paragraph':
        return paragraph(style, this.#words(block.content));
      case 'heading':
        return paragraph(`Heading${block.attrs.level}`, this.#words(block.content));
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
    }
  }

  #list(items: readonly ListItem[], style: string, list: Sheet['lists'][number]): string {
    this.lists.push(list);
    const id = this.lists.length;
    const number = `<w:numPr><w:ilvl w:val="${Math.min(8, list.level)}"/><w:numId w:val="${id}"/></w:numPr>`;
    return items
      .map(({ content: [first, ...rest] }) => {
        const words = first?.type === 'paragraph' ? this.#words(first.content) : '';
        return paragraph(style, words, number) + rest.map((one) => this.block(one, style, list.level + 1)).join('');
      })
      .join('');
  }

  #table({ content }: Table): string {
    const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
      .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`)
      .join('');
    const columns = '<w:gridCol/>'.repeat(content[0]?.content.length ?? 1);
    const rows = content.map(({ content: cells }) => {
      const head = cells.every(({ type }) => type === 'tableHeader') ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
      const words = cells.map(
        (cell) => `<w:tc><w:tcPr/>${cell.content.map((one) => this.block(one, 'Normal')).join('')}</w:tc>`,
      );
      return `<w:tr>${head}${words.join('')}</w:tr>`;
    });
    return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
  }

  #figure({ hash, alt, caption, credit }: { hash: string; alt: string; caption: string; credit: string }): string {
    const said = paragraph('Caption', run([caption, credit].filter((one) => one !== '').join(' ')));
    const picture = this.#pictures.get(hash);
    if (!picture) return paragraph('Caption', run(`[${alt}]`)) + said;
    this.media.push(picture.bytes);
    const id = this.#relate('image', `media/${this.media.length}.jpeg`);
    return paragraph('Normal', drawing(id, this.media.length, alt, picture.width, picture.height)) + said;
  }

  #words(content: readonly Inline[] | undefined): string {
    return (content ?? [])
      .map((node) => {
        if (node.type === 'hardBreak') return '<w:r><w:br/></w:r>';
        const marks = node.marks ?? [];
        const words = run(node.text, {
          bold: marks.some((mark) => mark.type === 'bold'),
          italic: marks.some((mark) => mark.type === 'italic'),
        });
        const link = marks.find((mark) => mark.type === 'link');
        return link?.type === 'link'
          ? `<w:hyperlink r:id="${this.#relate('hyperlink', link.attrs.href)}">${words}</w:hyperlink>`
          : words;
      })
      .join('');
  }

  #relate(kind: Relation['kind'], target: string): string {
    const id = `rId${this.relations.length + 10}`;
    this.relations.push({ id, kind, target });
    return id;
  }
}

const paragraph = (style: string, runs: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs}</w:p>`;

const run = (text: string, { bold = false, italic = false } = {}): string =>
  `<w:r><w:rPr>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
