/** What was heard or read at a door, as it is sent: digits are a code, anything else the words. Empty: nothing. */
export function shownAtDoor(typed: string): { word?: string; code?: string } {
  const said = typed.normalize('NFKC').trim();
  if (said === '') return {};
  return /^[\d\s-]+$/.test(said) ? { code: said } : { word: said };
}
