/** Where the words typed into the palette are looked for besides the pages: in whatever the person may list. Two letters at least. */
export function recordsAsked(
  abilities: readonly string[],
  words: string,
): { readonly stories: boolean; readonly orders: boolean; readonly people: boolean } {
  const may = (ability: string): boolean => words.length >= 2 && abilities.includes(ability);
  return { stories: may('story.list'), orders: may('order.list'), people: may('person.see') };
}
