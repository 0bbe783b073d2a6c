import { cell, type Cell } from '../kit/cell.ts';
import { isEmpty, keepDraft, type Draft } from './draft.ts';

/** A draft that is kept on this phone while it is written: a moment after each pause, and at once when the page is left. */
export interface DraftKeeper {
  readonly draft: Cell<Draft>;
  /** Whether what is on the screen is on the disk as well. */
  readonly isKept: Cell<boolean>;
  change(changes: Partial<Draft>): void;
  /** Begins to watch for the page being left; the returned function ends it. */
  watch(): () => void;
  /** The draft has gone elsewhere: keeps nothing any more. */
  release(): void;
}

/** Makes the keeper of an opened draft. */
export function draftKeeper(opened: Draft): DraftKeeper {
  const draft = cell(opened);
  const isKept = cell(true);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let released = false;
  const flush = () => {
    clearTimeout(timer);
    const unsaved = draft.get();
    if (released || isKept.get() || isEmpty(unsaved)) return;
    void keepDraft(unsaved).then(() => isKept.set(draft.get() === unsaved));
  };
  const leave = () => document.visibilityState === 'hidden' && flush();
  return {
    draft,
    isKept,
    change(changes) {
      draft.set({ ...draft.get(), ...changes, savedAt: new Date().toISOString() });
      isKept.set(false);
      clearTimeout(timer);
      timer = setTimeout(flush, 300);
    },
    watch() {
      document.addEventListener('visibilitychange', leave);
      addEventListener('pagehide', flush);
      return () => {
        document.removeEventListener('visibilitychange', leave);
        removeEventListener('pagehide', flush);
        flush();
      };
    },
    release() {
      released = true;
      clearTimeout(timer);
    },
  };
}
