import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A sheet from below, over the page; the keyboard stays inside. Without `close` it cannot be left. */
export function Sheet({ title, close, children }: { title: string; close?: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    // Chrome 91 knows dialogs; iOS before 15.4 does not, there it simply stands over the page.
    if (element.showModal) element.showModal();
    else element.setAttribute('open', '');
    return () => element.close?.();
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
