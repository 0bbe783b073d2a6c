import { cell, type Cell } from '../kit/cell.ts';
import { isEmpty, keepDraft, type Draft } from './draft.ts';

/** A draft that is kept on this phone while it is written: a moment after each pause, and at once when the page is left. */
export interface DraftKeeper {
  readonly draft: Cell<Draft>;
  /** Whether what is on the screen is on the disk as well. */
  readonly isKept: Cell<boolean>;
  /** What this phone, which is full or gives no storage, did not take: the latest words, or, those being kept, the handing in. */
  readonly refused: Cell<'words' | 'handing-in' | null>;
  change(changes: Partial<Draft>): void;
  /** Begins to watch for the page being left; the returned function ends it. */
  watch(): () => void;
  /** The draft is given up: keeps nothing any more. */
  release(): void;
  /** Brings the draft elsewhere, and keeps nothing any more once it is there; until then, and when that fails, it is kept on as before. Answers whether it is there. */
  handOver(bring: () => Promise<unknown>): Promise<boolean>;
}

/** Makes the keeper of an opened draft. */
export function draftKeeper(opened: Draft): DraftKeeper {
  const draft = cell(opened);
  const isKept = cell(true);
  const refused = cell<'words' | 'handing-in' | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let released = false;
  const keep = async (unsaved: Draft) => {
    try {
      await keepDraft(unsaved);
      isKept.set(draft.get() === unsaved);
      if (refused.get() === 'words') refused.set(null);
    } catch {
      refused.set('words');
    }
  };
  const flush = () => {
    clearTimeout(timer);
    const unsaved = draft.get();
    if (released || isKept.get() || isEmpty(unsaved)) return;
    void keep(unsaved);
  };
  const release = () => {
    released = true;
    clearTimeout(timer);
  };
  const leave = () => document.visibilityState === 'hidden' && flush();
  return {
    draft,
    isKept,
    refused,
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
    release,
    async handOver(bring) {
      try {
        await bring();
      } catch {
        if (refused.get() === null) refused.set('handing-in');
        return false;
      }
      release();
      return true;
    },
  };
}
