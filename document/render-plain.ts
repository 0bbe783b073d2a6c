import { footnotesIn, inlineText } from './inline-text.ts';
import { wordsFor } from './words.ts';
import type { Block, FigureAttrs, Inline, LanguageTag, ListItem, StoryText } from './schema.ts';

/** Title, deck and body as plain text: a blank line between blocks, `• ` and `1. ` before items, pictures in brackets, footnotes as `[1]` and at the end. For SMS, mail, print and search. The verifier of a dossier (`newsroom/dossier/verifier`) writes the same by itself. */
export function renderPlain(text: StoryText): string {
  return [text.title, text.deck, renderPlainBody(text)].filter((part) => part !== '').join('\n\n');
}

/** The body alone, as `renderPlain` writes it. */
export function renderPlainBody(text: StoryText): string {
  const plain: Plain = { language: text.language, notes: [] };
  const blocks = plainBlocks(text.body.content, plain);
  return [...blocks, plain.notes.map((words, i) => `[${i + 1}] ${words}`).join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What is known while one text is written: its language, and the footnotes so far. */
type Plain = { language: LanguageTag; notes: string[] };

function plainInline(content: readonly Inline[] | undefined, { notes }: Plain): string {
  if (footnotesIn(content).length === 0) return inlineText(content);
  return (content ?? [])
    .map((node) => (node.type === 'footnote' ? `[${notes.push(inlineText(node.content))}]` : inlineText([node])))
    .join('');
}

function plainBlocks(blocks: readonly Block[], plain: Plain): string[] {
  return blocks.map((block) => plainBlock(block, plain)).filter((part) => part !== '');
}

function plainBlock(block: Block, plain: Plain): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainInline(block.content, plain);
    case 'bulletList':
      return plainItems(block.content, () => '• ', plain);
    case 'orderedList':
      return plainItems(block.content, (i) => `${block.attrs.start + i}. `, plain);
    case 'blockquote':
    case 'factBox':
      return plainBlocks(block.content, plain).join('\n\n');
    case 'figure':
      return plainFigure(block.attrs, plain.language);
    case 'gallery':
      return plainBlocks(block.content, plain).join('\n');
    case 'table':
      return block.content
        .map((row) =>
          row.content.map((cell) => plainBlocks(cell.content, plain).join(' ').replace(/\n/g, ' ')).join(' | '),
        )
        .join('\n');
    case 'horizontalRule':
      return '———';
  }
}

function plainItems(items: readonly ListItem[], sign: (index: number) => string, plain: Plain): string {
  return items
    .map((item, i) => sign(i) + plainBlocks(item.content, plain).join('\n').replace(/\n/g, '\n  '))
    .join('\n');
}

function plainFigure(figure: FigureAttrs, language: LanguageTag): string {
  const { open, close, colon, comma, picture } = wordsFor(language);
  const said = figure.caption === '' ? figure.alt : figure.caption;
  // The sentence goes on with who made the picture.
  const words = [figure.credit === '' ? said : said.replace(/[。.]$/u, ''), figure.credit]
    .filter((part) => part !== '')
    .join(comma);
  return open + picture + (words === '' ? '' : colon + words) + close;
}
