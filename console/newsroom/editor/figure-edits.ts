import { XmlElement, XmlFragment, type AbstractType, type Doc, type Transaction } from 'yjs';

type Field = 'alt' | 'caption' | 'credit';

interface Edit {
  element: XmlElement;
  readonly hash: string;
  readonly field: Field;
  /** What stood there before, and all that was typed since: what somebody who moved the picture may have taken along. */
  readonly said: Set<string>;
  value: string;
}

/** Words typed beside a picture while somebody else moves it. For the shared text a move takes the picture out and puts another in, and words for the one that is gone would go with it:
 *  they are written to the one that came in its place. Where somebody wrote other words there meanwhile, those stay. */
export class FigureEdits {
  readonly #body: XmlFragment;
  readonly #edits: Edit[] = [];
  readonly #onReturned: (hash: string, field: Field) => void;

  constructor(doc: Doc, body: XmlFragment, onReturned: (hash: string, field: Field) => void = () => undefined) {
    this.#body = body;
    this.#onReturned = onReturned;
    doc.on('afterTransaction', (transaction: Transaction) => {
      if (transaction.local || !this.#edits.some(({ element }) => isGone(element))) return;
      // Not within the change of somebody else.
      queueMicrotask(() => doc.transact(() => this.#bringAlong()));
    });
  }

  /** Remembers what is typed. `path`: the indexes that lead from the body to the picture. */
  note(path: readonly number[], field: Field, value: string): void {
    const element = elementAt(this.#body, path);
    const hash = element?.getAttribute('hash');
    if (!element || typeof hash !== 'string') return;
    const known = this.#edits.find((one) => one.element === element && one.field === field);
    const edit = known ?? { element, hash, field, said: new Set([wordsOf(element, field)]), value };
    edit.said.add(value);
    edit.value = value;
    if (!known) this.#edits.push(edit);
  }

  #bringAlong(): void {
    for (const edit of this.#edits.filter(({ element }) => isGone(element))) {
      const { hash, field, said, value } = edit;
      const moved = figuresIn(this.#body).find(
        (one) =>
          one.getAttribute('hash') === hash &&
          !this.#edits.some((other) => other.element === one && other.field === field),
      );
      if (!moved || !said.has(wordsOf(moved, field))) {
        this.#edits.splice(this.#edits.indexOf(edit), 1);
        continue;
      }
      edit.element = moved;
      if (wordsOf(moved, field) === value) continue;
      moved.setAttribute(field, value);
      this.#onReturned(hash, field);
    }
  }
}

const isGone = (element: XmlElement): boolean => {
  for (let item = element._item; item; item = (item.parent as AbstractType<unknown>)._item)
    if (item.deleted) return true;
  return false;
};

const wordsOf = (element: XmlElement, field: Field): string => String(element.getAttribute(field) ?? '');

function elementAt(body: XmlFragment, path: readonly number[]): XmlElement | null {
  let here: unknown = body;
  for (const index of path) {
    if (!(here instanceof XmlFragment)) return null;
    here = here.get(index);
  }
  return here instanceof XmlElement && here.nodeName === 'figure' ? here : null;
}

const figuresIn = (fragment: XmlFragment): XmlElement[] =>
  fragment
    .toArray()
    .filter((one) => one instanceof XmlElement)
    .flatMap((one) => (one.nodeName === 'figure' ? [one] : figuresIn(one)));
