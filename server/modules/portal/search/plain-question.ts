/** A question as it is asked: more than 200 signs nobody reads back; what cannot be seen (half a sign at the cut too) is no question; signs alone are none either, and the page asks for words. */
export function plainQuestion(typed: string): string {
  const q = typed
    .slice(0, 200)
    .normalize('NFC')
    .replace(/\p{C}+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(q) ? q : '';
}
