import type { SendMailOptions } from 'nodemailer';
import { mailBytes } from '#platform/mail-bytes';
import { tokenMark } from './letter-body.ts';

/** What stands for one receiver's own in a letter that is made once for all. Each is a word that no letter holds, and one that no encoding of a mail changes. */
const marks = {
  /** As long as a token, so that lines stay as long as they were folded. */
  token: 'xyTokenOfTheReaderxyzxyz',
  to: 'xy-reader@xy-reader.invalid',
  id: 'xy-letter-xy-letter-xy-letter-xy-let',
  follows: 'xy-follow-xy-follow-xy-follow-xy-fol',
} as const;

/** What is one receiver's own. */
export interface Own {
  readonly token: string;
  readonly to: string;
  /** Of the letter. */
  readonly id: string;
  /** Of the letter in whose thread it stands; empty where the template has none. */
  readonly follows: string;
}

/** A letter as it is written, before it is encoded. */
export type Written = SendMailOptions & { readonly text: string; readonly html: string };

/** A letter for many: encoded once, and filled in for each. Encoding one anew for each receiver took most of the time. */
export class LetterTemplate {
  readonly #head: string;
  readonly #body: string;

  private constructor(head: string, body: string) {
    this.#head = head;
    this.#body = body;
  }

  /** `write` makes the letter, given what stands for each receiver's own. */
  static async of(write: (own: Own) => Written): Promise<LetterTemplate> {
    const { default: mail } = await import('nodemailer');
    const { text, html, ...letter } = write(marks);
    const marked = (words: string): string => words.replaceAll(tokenMark, marks.token);
    const built = await mail
      .createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
      // Of a text with more Chinese in it than Latin the library would make base64, in which no mark can be found.
      .sendMail({ ...letter, text: marked(text), html: marked(html), textEncoding: 'quoted-printable' });
    const message = mailBytes(built).toString('latin1');
    const end = message.indexOf('\r\n\r\n') + 4;
    return new LetterTemplate(message.slice(0, end), message.slice(end));
  }

  /** The whole letter for one receiver. */
  filledFor(own: Own): string {
    const head = this.#head
      .replaceAll(marks.token, () => own.token)
      .replaceAll(marks.to, () => own.to)
      .replaceAll(marks.id, () => own.id)
      .replaceAll(marks.follows, () => own.follows);
    return head + this.#body.replace(folded, (found) => refold(found, own.token));
  }
}

// Quoted-printable may have folded a line within the mark (RFC 2045 §6.7).
const folded = new RegExp([...marks.token].join('(?:=\\r\\n)?'), 'g');

function refold(found: string, token: string): string {
  const at = found.indexOf('=\r\n');
  return at < 0 ? token : `${token.slice(0, at)}=\r\n${token.slice(at)}`;
}
