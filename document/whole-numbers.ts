// No look-behind: phones of some years ago do not know it.
const numbers = /(\+?\d{1,8}(?:-\d{2,8}){1,3})/;

/** A text in pieces: those at odd places are numbers with hyphens (telephone numbers, days), which a line must not break. Joined they are the text. */
export const wholeNumbers = (text: string): string[] => text.split(numbers);
