// XML 1.0 §2.2: every other sign makes the whole document unreadable, however it is escaped.
const illegible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Words that XML can hold: signs that it cannot, such as those that word processors leave in a pasted note, are left out. */
export const xmlWords = (text: string): string => text.replace(illegible, '');
