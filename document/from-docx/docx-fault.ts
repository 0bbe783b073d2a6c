/** A file that is no Word document, or one larger than any text. */
export class DocxFault extends Error {
  readonly kind: 'unreadable' | 'tooLarge';
  constructor(kind: DocxFault['kind'], cause?: unknown) {
    super(kind, { cause });
    this.name = 'DocxFault';
    this.kind = kind;
  }
}
