/** The entry that a path (`/stories/018f…/edit`) opens; undefined where there is none. What is named goes before what stands for anything, as in the router. */
export function entryAt<Entry extends { readonly path: string }>(
  entries: readonly Entry[],
  path: string,
): Entry | undefined {
  const parts = partsOf(path);
  const fitting = entries.filter((one) => fits(partsOf(one.path), parts));
  return fitting.find((one) => !one.path.includes(':')) ?? fitting[0];
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

const fits = (pattern: readonly string[], parts: readonly string[]): boolean =>
  pattern.length === parts.length && pattern.every((part, at) => part.startsWith(':') || part === parts[at]);
