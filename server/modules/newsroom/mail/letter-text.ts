import { limits, withoutForbidden } from '@xiangyin/document';
import type { Block, StoryText } from '@xiangyin/document';
import { storyFromHtml } from '@xiangyin/document/from-html';
import type { Email } from 'postal-mime';

/** What a letter says: a headline and the paragraphs of its text, without earlier letters and signatures. */
export interface LetterText {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly language: StoryText['language'] & ('zh-CN' | 'en');
}

/** Reads the words of a letter. Plain text is preferred; HTML is cleaned as a paste is. What stands below "wrote:" or "原始邮件" goes, unless nothing else is there: then somebody passed a text on. */
export function letterText({ subject = '', text = '', html = '' }: Email): LetterText {
  const blocks = text.trim() === '' ? htmlBlocks(html) : plainBlocks(text);
  const said = blocks.map(wordsOf).join('');
  const title = Array.from(lineOf(subject.replace(/^(\s*(re|fw|fwd|回复|答复|转发)\s*[:：])+/i, '')) || said)
    .slice(0, limits.titleCharacters)
    .join('');
  // Without a subject the first words are the headline: the desk sees them in the list.
  const short = subject.trim() === '' ? Array.from(title).slice(0, 30).join('') : title;
  return { title: short, blocks, language: /\p{Script=Han}/u.test(short + said) ? 'zh-CN' : 'en' };
}

const lineOf = (text: string): string => withoutForbidden(text).replace(/\s+/g, ' ').trim();

function plainBlocks(text: string): Block[] {
  const lines = text.split(/\r\n|\n|\r/);
  const end = lines.findIndex((line, at) => isBreak(line, lines.slice(at + 1, at + 5)));
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'));
  const shown = own.some((line) => line.trim() !== '') ? own : lines.map((line) => line.replace(/^>+ ?/, ''));
  return paragraphs(shown).map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] }));
}

const breaks = [
  /^-{2,}\s*(原始邮件|原邮件|转发的?邮件|original message|forwarded message)\s*-{2,}\s*$/i,
  /^.{0,120}(写道|寫道)\s*[:：]\s*$/,
  /^on .{4,160} wrote:\s*$/i,
  /^-- ?$/,
  /^\s*(发自我的|sent from my )/i,
];

// "From:" opens an earlier letter only where its date or receiver follows.
const isBreak = (line: string, next: readonly string[]): boolean =>
  breaks.some((one) => one.test(line)) ||
  (/^\s*(发件人|from)\s*[:：]/i.test(line) &&
    next.some((one) => /^\s*(发送时间|日期|收件人|sent|date|to)\s*[:：]/i.test(one)));

/** Where programs broke the lines at a width, they are joined again; else each line is a paragraph, as Chinese letters are written. */
function paragraphs(lines: readonly string[]): string[] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    const words = lineOf(line);
    if (words === '') groups.push([]);
    else groups.at(-1)?.push(words);
  }
  return groups.flatMap((group) => (isWrapped(group) ? [joined(group)] : group)).filter((words) => words !== '');
}

const width = (line: string): number =>
  Array.from(line).reduce((sum, sign) => sum + (/[⺀-￠]/u.test(sign) ? 2 : 1), 0);
const isWrapped = (group: readonly string[]): boolean =>
  group.length > 1 && group.slice(0, -1).every((line) => width(line) >= 60 && width(line) <= 80);
const joined = (group: readonly string[]): string =>
  group.reduce((all, line) => (/[⺀-￠]$/u.test(all) || all === '' ? all + line : `${all} ${line}`), '');

function htmlBlocks(html: string): Block[] {
  const blocks = storyFromHtml(html).blocks.filter((block): block is Block => block.type !== 'picture');
  const end = blocks.findIndex((block, at) =>
    isBreak(
      wordsOf(block).trim(),
      blocks.slice(at + 1, at + 5).map((next) => wordsOf(next)),
    ),
  );
  const own = (end < 0 ? blocks : blocks.slice(0, end)).filter((block) => block.type !== 'blockquote');
  return own.some((block) => wordsOf(block).trim() !== '') ? own : blocks;
}

function wordsOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { text, content } = node as { text?: unknown; content?: unknown };
  if (typeof text === 'string') return text;
  return Array.isArray(content) ? content.map(wordsOf).join('') : '';
}
