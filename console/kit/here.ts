import { useSyncExternalStore } from 'react';

const place = 'xiangyin.place';
const listeners = new Set<() => void>();

/** The place the person works at just now; lists show it and all below. Null: everywhere they may. */
export const usePlaceHere = (): string | null => useSyncExternalStore(subscribe, () => sessionStorage.getItem(place));

/** Switches the place for this tab. */
export function setPlaceHere(id: string | null): void {
  if (id === null) sessionStorage.removeItem(place);
  else sessionStorage.setItem(place, id);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
