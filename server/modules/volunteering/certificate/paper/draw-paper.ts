import PDFDocument from 'pdfkit';
import { typefaceOf } from '#platform/typeface';
import type { Paper } from './messages.ts';

// DIN A4 in points, with the margins of a letter (GB/T 9704 has 37 mm above and 28 mm left for papers of office; ours is no such paper).
const page = { width: 595.28, height: 841.89, left: 62, right: 62, top: 64, bottom: 58 } as const;
const inner = page.width - page.left - page.right;
const ink = '#1c2421';
const soft = '#5b6660';
const line = '#c9cfca';
const pine = '#1f5c4a';
/** Stands for a character that the type does not have, as printers do. */
const geta = '〓';

interface Style {
  size: number;
  colour?: string;
  bold?: boolean;
}

/** Draws a certificate as PDF: its text can be read aloud, searched and copied. */
export async function drawPaper(paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: paper.language,
    pdfVersion: '1.7',
    info: { Title: `${paper.title} ${paper.number}`, Producer: 'Xiangyin', Creator: paper.unit },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((done) => doc.once('end', done));
  new PaperPen(doc).draw(paper);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

class PaperPen {
  readonly #doc: PDFKit.PDFDocument;
  #y: number = page.top;
  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
    doc.registerFont('regular', typefaceOf(400)).registerFont('bold', typefaceOf(700)).font('regular');
  }

  draw(paper: Paper): void {
    this.#head(paper);
    this.#facts(paper);
    this.#sums(paper);
    if (paper.services.length > 0) this.#services(paper);
    this.#foot(paper);
  }

  #head(paper: Paper): void {
    this.#doc.rect(page.left, this.#y, inner, 3).fill(pine);
    this.#y += 30;
    this.#centred(paper.title, { size: 24, bold: true });
    this.#y += 34;
    this.#centred(paper.number, { size: 10.5, colour: soft });
    this.#y += 34;
  }

  #facts({ facts }: Paper): void {
    for (const [label, value] of facts) {
      this.#run(label, page.left, this.#y, { size: 10.5, colour: soft });
      this.#y += this.#block(value, page.left + 110, inner - 110, { size: 11.5 }) + 8;
    }
    this.#y += 8;
  }

  #sums({ sumTitle, total, sums }: Paper): void {
    const height = 92;
    this.#doc.roundedRect(page.left, this.#y, inner, height, 6).lineWidth(0.8).strokeColor(line).stroke();
    this.#run(sumTitle, page.left + 16, this.#y + 22, { size: 10.5, colour: soft });
    this.#run(total, page.left + 16, this.#y + 42, { size: 20, bold: true, colour: pine });
    const wide = (inner - 150) / 2;
    for (const [at, [label, value]] of sums.entries()) {
      const x = page.left + 140 + (at % 2) * wide;
      const y = this.#y + 13 + Math.floor(at / 2) * 36;
      this.#run(value, x, y, { size: 11.5, bold: true });
      this.#run(label, x, y + 16, { size: 9.5, colour: soft });
    }
    this.#y += height + 20;
  }

  #services({ heads, services }: Paper): void {
    const columns = [page.left, page.left + 96, page.left + inner - 190, page.left + inner - 128];
    const row = (cells: readonly string[], style: Style): void => {
      for (const [at, cell] of cells.entries()) {
        const x = columns[at] ?? page.left;
        const width = (columns[at + 1] ?? page.left + inner) - x - 8;
        this.#run(this.#fitted(cell, width, style), x, this.#y, style);
      }
      this.#y += 18;
      this.#doc
        .moveTo(page.left, this.#y - 1)
        .lineTo(page.left + inner, this.#y - 1)
        .lineWidth(0.4)
        .strokeColor(line)
        .stroke();
      this.#y += 3;
    };
    row(heads, { size: 9.5, colour: soft });
    for (const one of services) {
      if (this.#y > page.height - page.bottom - 30) {
        this.#newPage();
        row(heads, { size: 9.5, colour: soft });
      }
      row([one.on, one.service, one.hours, one.evidence], { size: 10 });
    }
    this.#y += 12;
  }

  #foot(paper: Paper): void {
    const side = 118;
    const notesWide = inner - side - 24;
    const needed = Math.max(side + 40, this.#notesHeight(paper.notes, notesWide)) + 52;
    if (this.#y + needed > page.height - page.bottom) this.#newPage();
    const right = page.left + inner;
    this.#run(paper.unit, right - this.#width(paper.unit, 12.5, true), this.#y, { size: 12.5, bold: true });
    this.#run(paper.issuedOn, right - this.#width(paper.issuedOn, 11), this.#y + 20, { size: 11 });
    const top = page.height - page.bottom - Math.max(side + 16, this.#notesHeight(paper.notes, notesWide));
    this.#code(paper, right - side, top, side);
    let y = top;
    for (const note of paper.notes) y += this.#block(note, page.left, notesWide, { size: 9, colour: soft }, y) + 4;
  }

  #notesHeight(notes: readonly string[], width: number): number {
    return notes.reduce((sum, note) => sum + this.#lines(note, width, 9).length * 13.5 + 4, 0);
  }

  #code({ code, codeLabel }: Paper, x: number, y: number, side: number): void {
    const quiet = 4;
    const scale = side / (code.size + quiet * 2);
    this.#doc
      .save()
      .translate(x + quiet * scale, y + quiet * scale)
      .scale(scale)
      .path(code.path)
      .fill('#000')
      .restore();
    this.#run(codeLabel, x + (side - this.#width(codeLabel, 8.5)) / 2, y + side + 2, { size: 8.5, colour: soft });
  }

  #newPage(): void {
    this.#doc.addPage({ size: 'A4', margin: 0 });
    this.#y = page.top;
  }

  #centred(text: string, style: Style): void {
    this.#run(text, (page.width - this.#width(text, style.size, style.bold)) / 2, this.#y, style);
  }

  /** Writes a text over as many lines as it needs; answers its height. */
  #block(text: string, x: number, width: number, style: Style, y = this.#y): number {
    const lines = this.#lines(text, width, style.size);
    for (const [at, one] of lines.entries()) this.#run(one, x, y + at * style.size * 1.5, style);
    return lines.length * style.size * 1.5;
  }

  // Chinese breaks between any two characters, Latin words stay whole.
  #lines(text: string, width: number, size: number): string[] {
    const lines: string[] = [];
    let now = '';
    for (const part of text.match(/[\w.,:;/()'’-]+\s*|./gu) ?? []) {
      if (now !== '' && this.#width(now + part.trimEnd(), size) > width) {
        lines.push(now.trimEnd());
        now = '';
      }
      now += part;
    }
    return [...lines, now.trimEnd()];
  }

  #fitted(text: string, width: number, { size }: Style): string {
    if (this.#width(text, size) <= width) return text;
    const characters = [...text];
    while (characters.length > 1 && this.#width(`${characters.join('')}…`, size) > width) characters.pop();
    return `${characters.join('')}…`;
  }

  #width(text: string, size: number, bold = false): number {
    let sum = 0;
    for (const character of this.#shown(text)) sum += this.#widthOf(character, bold) * size;
    return sum;
  }

  readonly #widths = new Map<string, number>();
  /** Of one character at one point; asked for often while lines are broken. */
  #widthOf(character: string, bold: boolean): number {
    const key = `${bold}${character}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.#use(bold, 1);
    const width = this.#doc.widthOfString(character);
    this.#widths.set(key, width);
    return width;
  }

  #run(text: string, x: number, y: number, { size, colour = ink, bold = false }: Style): void {
    this.#use(bold, size);
    this.#doc.fillColor(colour).text(this.#shown(text), x, y, { lineBreak: false });
  }

  #shown(text: string): string {
    const font = facesOf(this.#doc);
    return [...text].map((one) => (font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0) ? one : geta)).join('');
  }

  #use(bold: boolean, size: number): void {
    this.#doc.font(bold ? 'bold' : 'regular').fontSize(size);
  }
}

/** The font that is in use, as its reader knows it; pdfkit's types do not name it. Both weights have the same characters. */
const facesOf = (doc: PDFKit.PDFDocument): { hasGlyphForCodePoint(code: number): boolean } =>
  (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font.font;
