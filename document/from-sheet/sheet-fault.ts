/** A file that is no table, or one larger than any list of people. */
export class SheetFault extends Error {
  readonly kind: 'unreadable' | 'tooLarge';
  constructor(kind: SheetFault['kind'], cause?: unknown) {
    super(kind, { cause });
    this.name = 'SheetFault';
    this.kind = kind;
  }
}
