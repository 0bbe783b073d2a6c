import { isAllowedHref } from '../links.ts';
import type { Inline, Mark, TextNode } from '../schema.ts';

/** How words look and where they lead. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | null;
  /** Line breaks of the source are line breaks. */
  readonly kept: boolean;
}

/** Words as they come from HTML. */
export const plainLook: Look = { bold: false, italic: false, href: null, kept: false };

/** Gathers the words of one paragraph, with the white space of HTML taken for what it is. */
export class InlineCollector {
  #nodes: Inline[] = [];

  /** Whether nothing that can be read has come yet. */
  get isEmpty(): boolean {
    return this.#nodes.every((node) => node.type === 'text' && blank.test(node.text));
  }

  add(text: string, look: Look): void {
    if (look.kept) {
      for (const [i, line] of text.split(/\r\n|[\r\n]/).entries()) {
        if (i > 0) this.break();
        this.#put(line.replaceAll('\u00a0', ' '), look);
      }
      return;
    }
    this.#put(text, look);
  }

  footnote(content: TextNode[]): void {
    this.#nodes.push({ type: 'footnote', content });
  }

  break(): void {
    this.#nodes.push({ type: 'hardBreak' });
  }

  /** The paragraphs gathered: two breaks in a row end one. Indents, spaces at ends and breaks at ends are gone. Begins anew. */
  take(): Inline[][] {
    const paragraphs: Inline[][] = [[]];
    let breaks = 0;
    for (const node of this.#nodes) {
      if (node.type === 'hardBreak') {
        breaks += 1;
        continue;
      }
      if (breaks > 0 && node.type === 'text' && blank.test(node.text)) continue;
      const paragraph = paragraphs.at(-1);
      if (breaks >= 2 && paragraph && paragraph.length > 0) paragraphs.push([]);
      else if (breaks === 1 && paragraph && paragraph.length > 0) paragraph.push({ type: 'hardBreak' });
      breaks = 0;
      paragraphs.at(-1)?.push(node);
    }
    this.#nodes = [];
    return paragraphs.map(tidied).filter((paragraph) => paragraph.length > 0);
  }

  #put(text: string, { bold, italic, href }: Look): void {
    if (text === '') return;
    const marks: Mark[] = [
      ...(href !== null && isAllowedHref(href) ? [{ type: 'link' as const, attrs: { href } }] : []),
      ...(bold ? [{ type: 'bold' as const }] : []),
      ...(italic ? [{ type: 'italic' as const }] : []),
    ];
    const last = this.#nodes.at(-1);
    if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) last.text += text;
    else this.#nodes.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
  }
}

const blank = /^[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]*$/;
const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean => JSON.stringify(a) === JSON.stringify(b);
const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]/;

// Word breaks its lines anywhere, between Han signs too, where a space would be wrong. The two Han spaces of an indent are the stylesheet's.
function tidied(nodes: Inline[]): Inline[] {
  const tidy: Inline[] = [];
  let before = '\n';
  for (const [i, node] of nodes.entries()) {
    if (node.type === 'hardBreak') {
      trimEnd(tidy);
      tidy.push(node);
      before = '\n';
      continue;
    }
    if (node.type === 'footnote') {
      tidy.push(node);
      // What follows goes on with the words before the note.
      continue;
    }
    const next = nodes.slice(i + 1).find((one) => one.type === 'text' && one.text.trim() !== '');
    let text = node.text
      .replace(/[\u200b\u2060\ufeff]/g, '')
      .replace(/[ \t\r\n\f\u00a0]+/g, (space, at: number, all: string) => {
        const left = at > 0 ? all[at - 1] : before;
        const rest = all.slice(at + space.length);
        const right = rest !== '' ? rest[0] : next?.type === 'text' ? next.text.trim()[0] : undefined;
        return /[\r\n]/.test(space) && !space.includes('\u00a0') && han.test(left ?? '') && han.test(right ?? '')
          ? ''
          : ' ';
      });
    if (before === '\n' || before === ' ') text = text.replace(before === '\n' ? /^[ \u3000]+/ : /^ +/, '');
    if (text === '') continue;
    before = text.at(-1) ?? '';
    tidy.push({ ...node, text });
  }
  trimEnd(tidy);
  return tidy;
}

function trimEnd(nodes: Inline[]): void {
  for (let last = nodes.at(-1); last && last.type !== 'footnote'; last = nodes.at(-1)) {
    if (last.type === 'text') {
      const text = last.text.replace(/[ \u3000]+$/, '');
      if (text !== '') {
        nodes[nodes.length - 1] = { ...last, text };
        return;
      }
    }
    nodes.pop();
  }
}
