import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** How wide the element is on the screen, in CSS pixels; undefined until it is there. */
export function useRoom(): [RefObject<HTMLDivElement | null>, number | undefined] {
  const element = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number>();
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const sizes = new ResizeObserver(() => setRoom(current.clientWidth));
    sizes.observe(current);
    return () => sizes.disconnect();
  }, []);
  return [element, room];
}
