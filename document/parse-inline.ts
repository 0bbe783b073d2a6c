import { linesOfText } from './clean-text.ts';
import { limits, lengthOf } from './limits.ts';
import { parseMarks, sameMarks } from './parse-marks.ts';
import { readArray, readObject, readString, refuseUnknown } from './read-values.ts';
import { fault, hint, type Reader } from './text-errors.ts';
import type { Inline, Mark } from './schema.ts';

/** The inline content of a paragraph or heading: neighbours with the same marks are joined, line breaks in text become hard breaks, all in NFC.
 *  Spread into the block, so that an empty one has no `content`, as ProseMirror writes it. */
export function parseInline(reader: Reader, value: unknown, path: string, depth: number): { content?: Inline[] } {
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
    readInline(reader, item, `${path}/${i}`, content);
  }
  for (const node of content) {
    if (node.type === 'text') node.text = node.text.normalize('NFC');
    reader.characters += node.type === 'text' ? lengthOf(node.text) : 0;
  }
  return content.length > 0 ? { content } : {};
}

function readInline(reader: Reader, value: unknown, path: string, into: Inline[]): void {
  const fields = readObject(reader, value, path);
  if (fields === undefined) return;
  const type = fields['type'];
  if (type !== 'text' && type !== 'hardBreak')
    return fault(reader, `${path}/type`, 'UnknownNode', { found: hint(type) });
  refuseUnknown(reader, fields, type === 'text' ? ['type', 'text', 'marks'] : ['type', 'marks'], path);
  const marks = parseMarks(reader, fields['marks'], `${path}/marks`);
  // An editor marks the break inside bold words; a break has no weight, so its marks are dropped.
  if (type === 'hardBreak') return void into.push({ type });
  const text = readString(reader, fields['text'], `${path}/text`, limits.bodyCharacters);
  for (const [i, line] of linesOfText(text ?? '').entries()) {
    if (i > 0) into.push({ type: 'hardBreak' });
    append(into, line, marks);
  }
}

function append(into: Inline[], text: string, marks: Mark[]): void {
  if (text === '') return;
  const last = into[into.length - 1];
  if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) last.text += text;
  else into.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
}
