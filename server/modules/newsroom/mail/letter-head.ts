import { addressParser } from 'postal-mime';

/** What is read of a letter before anything else of it is fetched. */
export interface LetterHead {
  /** The one address that it is from, in lower case; null: none, or several. */
  readonly from: string | null;
  readonly messageId: string | null;
  /** It says of itself that it reports what became of another letter (RFC 3462). */
  readonly isReport: boolean;
  /** A program wrote it: an answer that its writer is away, a notice (RFC 3834). */
  readonly isAutomatic: boolean;
  /** Unfolded, the topmost first. */
  readonly authenticationResults: readonly string[];
}

/** Whether a subject says that a program answers: the mail services of most correspondents say it there and in no header. */
export const isAutomaticSubject = (subject: string): boolean =>
  /^\s*(自动回复|自動回覆|自动答复|auto(matic)?[ -]?(reply|response)|out of office)\s*([:：]|$)/i.test(subject);

/** Reads the head of a letter from its raw header lines. Two From lines, or two addresses in one, are nobody: mail programs differ in which they show. */
export function letterHead(raw: Buffer): LetterHead {
  const lines = raw
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const all = (name: string): string[] =>
    lines.flatMap((line) =>
      line.slice(0, name.length + 1).toLowerCase() === `${name}:` ? [line.slice(name.length + 1).trim()] : [],
    );
  const from = all('from');
  const people = from.length === 1 ? addressParser(from[0] ?? '') : [];
  const [only] = people;
  const address = people.length === 1 && only?.address ? only.address.trim().toLowerCase() : null;
  return {
    from: address && /^[^\s@<>"]+@[^\s@<>"]+$/.test(address) ? address : null,
    messageId: all('message-id')[0] ?? null,
    isReport: /^multipart\/report\b.*\breport-type="?delivery-status\b/i.test(all('content-type')[0] ?? ''),
    isAutomatic:
      all('auto-submitted').some((said) => !/^no\b/i.test(said)) ||
      [...all('x-autoreply'), ...all('x-autorespond'), ...all('x-auto-reply')].some((said) => !/^no\b/i.test(said)) ||
      all('precedence').some((said) => /^(bulk|junk|auto_reply)\b/i.test(said)),
    authenticationResults: all('authentication-results'),
  };
}
