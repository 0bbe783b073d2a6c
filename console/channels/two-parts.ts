/** So many lines are read before a click. */
const most = 12;

/** The lines of a plan, of a county with many channels the first of them and the rest, which is folded away. What must be known before the click stands first then; `grave`: how many of the folded ones it is, too. */
export function inTwoParts<T>(
  items: readonly T[],
  mustBeKnown: (item: T) => boolean,
): { readonly first: readonly T[]; readonly rest: readonly T[]; readonly grave: number } {
  if (items.length <= most) return { first: items, rest: [], grave: 0 };
  const ordered = items.toSorted((a, b) => Number(mustBeKnown(b)) - Number(mustBeKnown(a)));
  const rest = ordered.slice(most);
  return { first: ordered.slice(0, most), rest, grave: rest.filter(mustBeKnown).length };
}

/** The names of channels in one line; of many the first, and how many there are. */
export function fewNames(names: readonly string[]): { readonly names: readonly string[]; readonly more: boolean } {
  const few = 5;
  return names.length > few ? { names: names.slice(0, few), more: true } : { names, more: false };
}
