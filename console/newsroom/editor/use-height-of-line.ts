import { useEffect, useRef, type RefObject } from 'react';

/** Says how high the line at the lower edge is (`--save-line`), to what floats above it. */
export function useHeightOfLine(): RefObject<HTMLDivElement | null> {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = line.current;
    if (!element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--save-line', `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--save-line');
    };
  }, []);
  return line;
}
