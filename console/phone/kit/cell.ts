import { useEffect, useState } from 'preact/hooks';

/** A value that screens follow. */
export interface Cell<T> {
  get(): T;
  set(value: T): void;
  /** Calls back at each change until the returned function is called. */
  follow(listener: () => void): () => void;
}

/** Makes a cell. */
export function cell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of Array.from(listeners)) listener();
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The cell's value; the screen is drawn anew when it changes. */
export function useCell<T>(followed: Cell<T>): T {
  const [value, setValue] = useState(() => followed.get());
  useEffect(() => {
    const take = () => setValue(() => followed.get());
    take();
    return followed.follow(take);
  }, [followed]);
  return value;
}
