import { linesOf } from './lines.ts';
import type { Line, Piece } from './lines.ts';
import type { StoryText } from './schema.ts';

/** The words of the body as anybody shows them who takes the text over: every paragraph, heading, item, cell and footnote by itself, in reading order; one with a footnote in it in the parts around the sign. Pictures have none here. */
export const passagesOf = (text: StoryText): string[] =>
  linesOf(text)
    .filter(hasPassages)
    .flatMap(({ pieces }) => partsOf(pieces))
    .filter((words) => words.trim() !== '');

const hasPassages = ({ form: { kind } }: Line): boolean =>
  kind === 'paragraph' || kind === 'heading2' || kind === 'heading3';

function partsOf(pieces: readonly Piece[]): string[] {
  const parts = [''];
  for (const { text, part } of pieces) {
    if (part === 'noteEdge') parts.push('');
    else parts[parts.length - 1] += text;
  }
  return parts;
}
