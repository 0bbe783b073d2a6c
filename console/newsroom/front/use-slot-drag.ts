import { useEffect, useRef, type RefObject } from 'react';

/** Stories that are drawn to another place of a front. One ear for all places; the arrows beside each do the same for keyboard and finger. */
export function useSlotDrag(onDrop: (placementId: string, slot: number) => void): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const dragged = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const ground = list.current;
    if (!ground) return undefined;
    const placeOf = (event: Event): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-slot]') : null;
    const isOther = (place: HTMLElement | null): place is HTMLElement =>
      dragged.current !== null && place !== null && place !== dragged.current;
    const ears: Readonly<Record<string, (event: DragEvent) => void>> = {
      dragstart: (event) => {
        dragged.current = placeOf(event);
        event.dataTransfer?.setData('text/plain', dragged.current?.textContent ?? '');
      },
      dragover: (event) => {
        if (isOther(placeOf(event))) event.preventDefault();
      },
      drop: (event) => {
        event.preventDefault();
        const place = placeOf(event);
        const id = dragged.current?.dataset['placement'];
        if (isOther(place) && id) onDrop(id, Number(place.dataset['slot']));
        dragged.current = null;
      },
      dragend: () => (dragged.current = null),
    };
    for (const [name, ear] of Object.entries(ears)) ground.addEventListener(name, ear as EventListener);
    return () => {
      for (const [name, ear] of Object.entries(ears)) ground.removeEventListener(name, ear as EventListener);
    };
  }, [onDrop]);
  return list;
}
