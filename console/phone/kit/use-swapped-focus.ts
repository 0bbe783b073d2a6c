import { useEffect, useRef } from 'preact/hooks';

/** Keeps the focus where a button makes room for its question, and the other way round: the one that appears takes it. Nothing moves while the page opens. The question needs a `tabIndex` of -1. */
export function useSwappedFocus<Question extends HTMLElement>(isAsked: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const question = useRef<Question>(null);
  const beforeRef = useRef(isAsked);
  useEffect(() => {
    if (beforeRef.current === isAsked) return;
    beforeRef.current = isAsked;
    (isAsked ? question : button).current?.focus();
  }, [isAsked]);
  return { button, question };
}
