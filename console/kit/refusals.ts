const listeners = new Map<string, Set<() => void>>();

/** Hears when something was refused with this code. Answers how to stop hearing. */
export function onRefusal(code: string, listener: () => void): () => void {
  const hearing = listeners.get(code) ?? new Set();
  listeners.set(code, hearing.add(listener));
  return () => void hearing.delete(listener);
}

/** Tells whoever hears of it that something was refused with this code. */
export function tellRefusal(code: string): void {
  for (const hear of listeners.get(code) ?? []) hear();
}
