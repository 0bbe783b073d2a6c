import { footnotesIn, inlineText } from './inline-text.ts';
import { wordsFor } from './words.ts';
import type { Block, FigureAttrs, Inline, LanguageTag, ListItem, StoryText, Table, TableCell } from './schema.ts';

/** The text for reading aloud, one paragraph a line, each ending a sentence: numbers stay as written, pictures are read by alternative text and caption,
 *  a footnote behind the paragraph it belongs to, addresses are named and not spelt, signs that an engine would read out or take for markup are left out. */
export function renderSpeech(text: StoryText): string {
  return speechLines(text).join('\n');
}

/** `renderSpeech` line by line, for an engine that takes one sentence group at a time. */
export function speechLines(text: StoryText): string[] {
  const { language } = text;
  const lines = [
    speakable(text.title, language),
    speakable(text.deck, language),
    ...speakBlocks(text.body.content, language),
  ];
  return lines.filter((line) => line !== '');
}

function speakBlocks(blocks: readonly Block[], language: LanguageTag): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [speakable(inlineText(block.content), language), ...speakNotes(block.content, language)];
      case 'bulletList':
        return speakItems(block.content, () => '', language);
      case 'orderedList':
        return speakItems(block.content, (i) => wordsFor(language).item(block.attrs.start + i), language);
      case 'blockquote':
      case 'factBox':
        return speakBlocks(block.content, language);
      case 'figure':
        return [speakFigure(block.attrs, language)];
      case 'gallery':
        return [
          wordsFor(language).gallery(block.content.length) + wordsFor(language).stop,
          ...speakBlocks(block.content, language),
        ];
      case 'table':
        return speakTable(block, language);
      case 'horizontalRule':
        return [];
    }
  });
}

function speakNotes(content: readonly Inline[] | undefined, language: LanguageTag): string[] {
  const { note, colon } = wordsFor(language);
  return footnotesIn(content).map((words) => speakable(note + colon + inlineText(words), language));
}

/** Row by row; under a row of headers each value is said with its own. */
function speakTable({ content }: Table, language: LanguageTag): string[] {
  const { colon, comma } = wordsFor(language);
  const said = (cell: TableCell): string =>
    cell.content
      .map((one) => inlineText(one.content))
      .join(' ')
      .trim();
  const [first, ...rest] = content;
  const heads =
    first && rest.length > 0 && first.content.every(({ type }) => type === 'tableHeader')
      ? first.content.map(said)
      : [];
  return (heads.length > 0 ? rest : content).flatMap((row) => {
    const values = row.content.map((cell, i) => {
      const [head, value] = [heads[i] ?? '', said(cell)];
      return head === '' || value === '' || i === 0 ? value : head + colon + value;
    });
    const notes = row.content.flatMap((cell) => cell.content.flatMap((one) => speakNotes(one.content, language)));
    return [speakable(values.filter((value) => value !== '').join(comma), language), ...notes];
  });
}

function speakItems(items: readonly ListItem[], lead: (index: number) => string, language: LanguageTag): string[] {
  return items.flatMap((item, i) => {
    const [first, ...rest] = speakBlocks(item.content, language).filter((line) => line !== '');
    return first === undefined ? [] : [lead(i) + first, ...rest];
  });
}

function speakFigure(figure: FigureAttrs, language: LanguageTag): string {
  const said = [figure.alt, figure.caption === figure.alt ? '' : figure.caption]
    .map((part) => speakable(part, language))
    .filter((part) => part !== '');
  if (said.length === 0) return '';
  const { picture, colon } = wordsFor(language);
  return picture + colon + said.join(/^zh\b/.test(language) ? '' : ' ');
}

/** One spoken paragraph: addresses named, signs and pictographs dropped, ended by a stop. */
function speakable(text: string, language: LanguageTag): string {
  const words = wordsFor(language);
  const spoken = text
    .replace(/https?:\/\/[^\s\u3000-\u9fff\uff00-\uffef]+/gi, words.link)
    .replace(/[<>*`#|~_{}[\]\\^]+/g, ' ')
    .replace(/[\p{Emoji_Presentation}\ufe0f\u200d]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (spoken === '') return '';
  return /[\p{P}]$/u.test(spoken) && !/[,，、)）"”」』]$/.test(spoken) ? spoken : spoken + words.stop;
}
