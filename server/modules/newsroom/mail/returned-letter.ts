import PostalMime from 'postal-mime';
import type { Attachment } from 'postal-mime';

/** What a returned letter says (RFC 3464): which one came back, and why. */
export interface ReturnedLetter {
  /** Message-ID of the letter that came back, without its brackets. */
  readonly messageId: string;
  /** Such as `5.1.1` (RFC 3463): 5 is for good. */
  readonly status: string;
}

/** Reads a report of delivery; undefined where it does not say which letter could not be delivered for good. */
export async function returnedLetter(source: Buffer): Promise<ReturnedLetter | undefined> {
  const parsed = await PostalMime.parse(source, {
    forceRfc822Attachments: true,
    maxNestingDepth: 10,
    maxHeadersSize: 262_144,
  });
  const part = (type: RegExp): string => textOf(parsed.attachments.find(({ mimeType }) => type.test(mimeType)));
  const report = part(/^message\/delivery-status$/i);
  const original = part(/^(message\/rfc822|text\/rfc822-headers)$/i);
  const status = /^Status:\s*(5\.\d{1,3}\.\d{1,3})/im.exec(report)?.[1];
  const messageId = /^Message-ID:\s*<([^<>\s]{1,250})>/im.exec(original)?.[1];
  return /^Action:\s*failed/im.test(report) && status && messageId ? { messageId, status } : undefined;
}

const textOf = (one: Attachment | undefined): string =>
  !one ? '' : typeof one.content === 'string' ? one.content : Buffer.from(one.content as ArrayBuffer).toString('utf8');
