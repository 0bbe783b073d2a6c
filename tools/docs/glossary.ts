/** A line of docs/glossary.md. */
export interface GlossaryEntry {
  term: string;
  /** The names in back-ticks of the column "identifier". */
  identifiers: string[];
  line: number;
}

/** Reads the tables of the glossary: term · English · identifier · meaning · source. */
export function readGlossary(markdown: string): GlossaryEntry[] {
  return markdown.split('\n').flatMap((text, index) => {
    const cells = text.split('|').map((cell) => cell.trim());
    const isRow = text.trimStart().startsWith('|') && cells.length >= 6 && !/^:?-+:?$/.test(cells[1] ?? '');
    if (!isRow || index === 0) return [];
    const identifiers = [...(cells[3] ?? '').matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');
    return identifiers.length > 0 ? [{ term: cells[1] ?? '', identifiers, line: index + 1 }] : [];
  });
}
