import { useEffect, useRef } from 'react';
import { isAtRest } from './single-keys.ts';

type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Whether the key belongs to what is being typed. */
function isTyping({ target, key }: KeyboardEvent): boolean {
  // Nothing is typed into a box that is ticked; the space bar is its own.
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return key === ' ';
  if (key === ' ' && target instanceof HTMLElement && ['A', 'BUTTON'].includes(target.tagName)) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
      target.getAttribute('role') === 'combobox')
  );
}

/** Keys of a page or list (`j`, `/`, `mod+k`). Single keys rest while somebody types or a dialog is open, and where they were turned off. */
export function useShortcuts(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const withModifier = event.ctrlKey || event.metaKey;
      const handler = latest.current[withModifier ? `mod+${event.key.toLowerCase()}` : event.key];
      if (
        !handler ||
        (!withModifier &&
          (isAtRest(event.key) ||
            isTyping(event) ||
            document.querySelector('.ant-modal-wrap:not([style*="display: none"])')))
      )
        return;
      event.preventDefault();
      handler(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
