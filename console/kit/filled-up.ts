/** What a language says of these English words, group by group; in English what it leaves out. */
export function filledUp(english: unknown, own: unknown): unknown {
  if (!isGroup(english)) return own ?? english;
  const words = isGroup(own) ? own : {};
  return Object.fromEntries(Object.entries(english).map(([key, value]) => [key, filledUp(value, words[key])]));
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
