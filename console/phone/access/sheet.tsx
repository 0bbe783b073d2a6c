import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../kit/language.ts';

/** A sheet from below, over the page; the keyboard stays inside. Without `close` it cannot be left. */
export function Sheet({ title, close, children }: { title: string; close?: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    const before = document.activeElement;
    // Chrome 91 knows dialogs; iOS before 15.4 does not, there it simply stands over the page.
    if (element.showModal) element.showModal();
    else element.setAttribute('open', '');
    return () => {
      element.close?.();
      // Where the page was drawn anew meanwhile, what was tapped may be gone.
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    close?.();
  };
  return (
    <dialog class="sheet" ref={dialog} onCancel={cancel} aria-labelledby="sheet-title">
      <h2 id="sheet-title">{title}</h2>
      {children}
    </dialog>
  );
}

/** The end of a sheet: what was in the way, the way out, and what the sheet is for (`go`). Without `act` that hands in the form around it. */
export function SheetEnd({
  go,
  close,
  act,
  busy = false,
  ready = true,
  problem = null,
}: {
  go: string;
  close: () => void;
  act?: () => void;
  busy?: boolean;
  ready?: boolean;
  problem?: string | null;
}) {
  return (
    <>
      {problem !== null && (
        <p class="note hot" role="alert">
          {problem}
        </p>
      )}
      <div class="one-two">
        <button type="button" class="btn" disabled={busy} onClick={close}>
          {say('stay')}
        </button>
        <button type={act ? 'button' : 'submit'} class="btn primary" disabled={busy || !ready} onClick={act}>
          {go}
        </button>
      </div>
    </>
  );
}
