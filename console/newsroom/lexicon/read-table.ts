import type { LexiconTermView } from '@xiangyin/server/contract';

/** A line of a pasted table. */
export interface TermLine {
  readonly term: string;
  readonly kind: LexiconTermView['kind'];
  readonly wrongForms: readonly string[];
  readonly note: string;
}

/** What is wrong with a line, counted from 1. */
export interface BadLine {
  readonly line: number;
  readonly why: 'badTerm' | 'badKind' | 'badForms';
}

const kinds: Readonly<Record<string, LexiconTermView['kind']>> = {
  '': 'term',
  person: 'person',
  'public office': 'person',
  公职人员: 'person',
  人名: 'person',
  place: 'place',
  地名: 'place',
  organisation: 'organisation',
  organization: 'organisation',
  单位: 'organisation',
  term: 'term',
  用语: 'term',
};

/** Reads what a spreadsheet copies (tabs) or CSV (RFC 4180, also with semicolons): right form, kind, wrong forms, note. A first line of headings and blank lines are passed over. */
export function readTable(text: string): { terms: TermLine[]; bad: BadLine[] } {
  const terms: TermLine[] = [];
  const bad: BadLine[] = [];
  for (const [i, cells] of rowsOf(text).entries()) {
    const [term = '', kindWord = '', forms = '', note = ''] = cells.map((cell) => cell.trim());
    if (cells.every((cell) => cell.trim() === '') || (i === 0 && /^(正确写法|right form|term)$/i.test(term))) continue;
    const kind = kinds[kindWord.toLowerCase()];
    const wrongForms = forms
      .split(/[、;；\n]/)
      .map((form) => form.trim())
      .filter((form) => form !== '');
    if (!fits(term)) bad.push({ line: i + 1, why: 'badTerm' });
    else if (kind === undefined) bad.push({ line: i + 1, why: 'badKind' });
    else if (wrongForms.length > 20 || !wrongForms.every(fits)) bad.push({ line: i + 1, why: 'badForms' });
    else terms.push({ term, kind, wrongForms, note: note.slice(0, 200) });
  }
  return { terms, bad };
}

const fits = (words: string): boolean => words.length >= 2 && words.length <= 60;

/** The cells of each row. A quoted cell may hold separators, line breaks and doubled quotes. */
export function rowsOf(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : text.includes(',') ? ',' : text.includes('，') ? '，' : ';';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at++) {
    const sign = source.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source.charAt(at + 1) === '"') cell += source.charAt(++at);
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator || sign === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)?.push(cell);
  return rows;
}
