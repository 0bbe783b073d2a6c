// Written by pasting, never by a person, and invisible: zero width space, word joiner, byte order mark.
const invisible = /[\u200b\u2060\ufeff]/g;
// Everything that ends a line somewhere: Word's soft return (VT), form feed, Unicode's two separators.
const lineBreaks = /\r\n|[\n\r\v\f\u2028\u2029]/g;
// Controls, lone surrogates, noncharacters, and the two overrides that make a text read differently from its bytes.
const forbidden = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202d\u202e\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** The first character that no text may hold, as `U+0000`, or undefined. */
export function forbiddenCharacter(text: string): string | undefined {
  const found = forbidden.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The lines of a piece of body text, without invisible characters, not yet NFC (neighbours may still join it). */
export function linesOfText(text: string): string[] {
  return text.replace(invisible, '').split(lineBreaks);
}

/** One line (title, deck, caption): line breaks and tabs become a space, the ends are trimmed, the rest stays, in NFC. */
export function cleanLine(text: string): string {
  return text.replace(invisible, '').replace(lineBreaks, ' ').replace(/\t/g, ' ').normalize('NFC').trim();
}

/** The text without any character that no text may hold: for what people wrote together, where refusing one sign would refuse everybody's. */
export const withoutForbidden = (text: string): string =>
  forbiddenCharacter(text) === undefined ? text : text.replace(new RegExp(forbidden.source, 'gu'), '');
