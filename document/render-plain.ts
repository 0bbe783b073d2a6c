import { inlineText } from './inline-text.ts';
import { wordsFor } from './words.ts';
import type { Block, FigureAttrs, LanguageTag, ListItem, StoryText } from './schema.ts';

/** Title, deck and body as plain text: a blank line between blocks, `• ` and `1. ` before items, pictures in brackets. For SMS, mail, print and search. */
export function renderPlain(text: StoryText): string {
  return [text.title, text.deck, ...plainBlocks(text.body.content, text.language)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The body alone, as `renderPlain` writes it. */
export function renderPlainBody(text: StoryText): string {
  return plainBlocks(text.body.content, text.language).join('\n\n');
}

function plainBlocks(blocks: readonly Block[], language: LanguageTag): string[] {
  return blocks.map((block) => plainBlock(block, language)).filter((part) => part !== '');
}

function plainBlock(block: Block, language: LanguageTag): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'bulletList':
      return plainItems(block.content, () => '• ', language);
    case 'orderedList':
      return plainItems(block.content, (i) => `${block.attrs.start + i}. `, language);
    case 'blockquote':
    case 'factBox':
      return plainBlocks(block.content, language).join('\n\n');
    case 'figure':
      return plainFigure(block.attrs, language);
    case 'table':
      return block.content
        .map((row) =>
          row.content.map((cell) => plainBlocks(cell.content, language).join(' ').replace(/\n/g, ' ')).join(' | '),
        )
        .join('\n');
    case 'horizontalRule':
      return '———';
  }
}

function plainItems(items: readonly ListItem[], sign: (index: number) => string, language: LanguageTag): string {
  return items
    .map((item, i) => sign(i) + plainBlocks(item.content, language).join('\n').replace(/\n/g, '\n  '))
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
