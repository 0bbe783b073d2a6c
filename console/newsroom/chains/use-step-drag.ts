import { useEffect, useRef, type RefObject } from 'react';

/** Steps that are drawn before another by their handle. One ear for the whole list; the arrows of each step do the same for keyboard and finger. */
export function useStepDrag(onDrop: (step: string, before: string) => void): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const dragged = useRef<string | null>(null);
  useEffect(() => {
    const ground = list.current;
    if (!ground) return undefined;
    const near = (event: Event, what: string): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>(`[data-${what}]`) : null;
    const ears: Readonly<Record<string, (event: DragEvent) => void>> = {
      dragstart: (event) => {
        const step = near(event, 'handle')?.dataset['handle'];
        if (!step || !event.dataTransfer) return;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', step);
        dragged.current = step;
      },
      dragover: (event) => {
        if (dragged.current && near(event, 'step')) event.preventDefault();
      },
      drop: (event) => {
        const before = near(event, 'step')?.dataset['step'];
        if (!dragged.current || !before) return;
        event.preventDefault();
        if (before !== dragged.current) onDrop(dragged.current, before);
        dragged.current = null;
      },
      dragend: () => void (dragged.current = null),
    };
    for (const [name, ear] of Object.entries(ears)) ground.addEventListener(name, ear as EventListener);
    return () => {
      for (const [name, ear] of Object.entries(ears)) ground.removeEventListener(name, ear as EventListener);
    };
  }, [onDrop]);
  return list;
}
