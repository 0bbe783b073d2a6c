import { linesOfText } from './clean-text.ts';
import { limits, lengthOf } from './limits.ts';
import { parseMarks, sameMarks } from './parse-marks.ts';
import { readArray, readObject, readString, refuseUnknown } from './read-values.ts';
import { fault, hint, type Reader } from './text-errors.ts';
import type { Footnote, Inline, Mark, TextNode } from './schema.ts';

/** The inline content of a paragraph or heading: neighbours with the same marks are joined, line breaks in text become hard breaks, all in NFC.
 *  Spread into the block, so that an empty one has no `content`, as ProseMirror writes it. */
export function parseInline(
  reader: Reader,
  value: unknown,
  path: string,
  depth: number,
  within: 'words' | 'footnote' = 'words',
): { content?: Inline[] } {
  const content: Inline[] = [];
  for (const [i, item] of readArray(reader, value, path).entries()) {
    if (++reader.nodes > limits.nodes) {
      fault(reader, `${path}/${i}`, 'TooManyNodes', { limit: limits.nodes });
      break;
    }
    if (depth > limits.depth) {
      fault(reader, `${path}/${i}`, 'TooDeep', { limit: limits.depth });
      break;
    }
    readInline(reader, item, `${path}/${i}`, content, depth, within);
  }
  for (const node of content) {
    if (node.type === 'text') node.text = node.text.normalize('NFC');
    reader.characters += node.type === 'text' ? lengthOf(node.text) : 0;
  }
  return content.length > 0 ? { content } : {};
}

/** The words of a footnote on one line, without spaces at the ends: nothing where none is left, since a blank note says nothing. */
function parseFootnote(reader: Reader, value: unknown, path: string, depth: number): Footnote[] {
  const { content = [] } = parseInline(reader, value, path, depth, 'footnote');
  const words = content.filter((node): node is TextNode => node.type === 'text');
  for (let first = words[0]; first && (first.text = first.text.trimStart()) === ''; first = words[0]) words.shift();
  for (let last = words.at(-1); last && (last.text = last.text.trimEnd()) === ''; last = words.at(-1)) words.pop();
  if (words.length === 0) return [];
  const characters = words.reduce((sum, { text }) => sum + lengthOf(text), 0);
  if (characters > limits.footnoteCharacters) fault(reader, path, 'TooLong', { limit: limits.footnoteCharacters });
  if (++reader.footnotes === limits.footnotes + 1) fault(reader, path, 'TooLong', { limit: limits.footnotes });
  reader.version = 3;
  return [{ type: 'footnote', content: words }];
}

function readInline(
  reader: Reader,
  value: unknown,
  path: string,
  into: Inline[],
  depth: number,
  within: 'words' | 'footnote',
): void {
  const fields = readObject(reader, value, path);
  if (fields === undefined) return;
  const type = fields['type'];
  if (type !== 'text' && type !== 'hardBreak' && type !== 'footnote')
    return fault(reader, `${path}/type`, 'UnknownNode', { found: hint(type) });
  refuseUnknown(reader, fields, fieldsOf[type], path);
  if (type === 'footnote' && within === 'footnote') return fault(reader, path, 'NotAllowedHere', { found: type });
  const marks = parseMarks(reader, fields['marks'], `${path}/marks`);
  // An editor marks the break or the note inside bold words; neither has a weight, so its marks are dropped.
  if (type === 'hardBreak') return within === 'footnote' ? append(into, ' ', []) : void into.push({ type });
  if (type === 'footnote')
    return void into.push(...parseFootnote(reader, fields['content'], `${path}/content`, depth + 1));
  const text = readString(reader, fields['text'], `${path}/text`, limits.bodyCharacters);
  for (const [i, line] of linesOfText(text ?? '').entries()) {
    if (i > 0 && within === 'footnote') append(into, ' ', marks);
    else if (i > 0) into.push({ type: 'hardBreak' });
    append(into, within === 'footnote' ? line.replaceAll('\t', ' ') : line, marks);
  }
}

const fieldsOf = {
  text: ['type', 'text', 'marks'],
  hardBreak: ['type', 'marks'],
  footnote: ['type', 'content', 'marks'],
} as const;

function append(into: Inline[], text: string, marks: Mark[]): void {
  if (text === '') return;
  const last = into[into.length - 1];
  if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) last.text += text;
  else into.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
}
