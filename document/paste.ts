/** Plain text as it comes from a chat, a mail or a word processor, as paragraphs for `storyTextFromParagraphs`: one for each line, without blank lines,
 *  indents (the two Han spaces of a paragraph's beginning as well) and spaces at the end. Words are left alone. */
export function paragraphsFromPaste(pasted: string): string[] {
  return pasted
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/)
    .map((line) =>
      line
        .replace(/[\u200b\u2060\ufeff]/g, '')
        .replace(/\u00a0/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}
