import { createPublicKey, createHash, createVerify } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerEnvelope } from 'smtp-server';
import type { AddressInfo } from 'node:net';

/** A letter as it came in. */
export interface ReceivedLetter {
  readonly to: string;
  /** Sender of the envelope. */
  readonly from: string;
  readonly raw: string;
  readonly mail: Email;
}

/** A real mail server on this machine, with one mailbox for everybody: what is not in `refused` it takes, and reads with a parser that is not the sender's. */
export class PostOffice implements AsyncDisposable {
  readonly letters: ReceivedLetter[] = [];
  /** Addresses of which it says that there is nobody there. */
  readonly refused = new Set<string>();
  /** It takes nobody in. */
  isClosed = false;
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onConnect: (_, done) => done(this.isClosed ? smtpError('closed', 421) : undefined),
      onMailFrom: (_, __, done) => done(this.isClosed ? smtpError('closed', 421) : undefined),
      onRcptTo: ({ address }, _, done) => done(this.refused.has(address) ? smtpError('no such user', 550) : undefined),
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          void this.#keep(raw, envelope).then(() => done(), done);
        });
      },
    });
    this.#server.on('error', () => undefined);
  }
  async #keep(raw: Buffer, { mailFrom, rcptTo }: SMTPServerEnvelope): Promise<void> {
    const mail = await PostalMime.parse(raw);
    const from = mailFrom === false ? '' : mailFrom.address;
    for (const { address } of rcptTo) this.letters.push({ to: address, from, raw: raw.toString('utf8'), mail });
  }
  static async start(): Promise<PostOffice> {
    const office = new PostOffice();
    await new Promise<void>((resolve) => void office.#server.listen(0, '127.0.0.1', resolve));
    return office;
  }
  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }
  /** Those to one address, the first first. */
  to(address: string): ReceivedLetter[] {
    return this.letters.filter((letter) => letter.to === address);
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => void this.#server.close(resolve));
  }
}

const smtpError = (words: string, responseCode: number): Error => Object.assign(new Error(words), { responseCode });

/** Whether a letter's DKIM signature holds under the key of a DNS record: relaxed/relaxed, rsa-sha256, written from RFC 6376 §3.4 and §3.7, not from the signer. */
export function isSignedUnder(raw: string, record: string): boolean {
  const end = raw.indexOf('\r\n\r\n');
  const [head, body] = [raw.slice(0, end), raw.slice(end + 4)];
  const fields = head.split(/\r\n(?![ \t])/);
  const signature = fields.find((field) => /^dkim-signature:/i.test(field));
  if (!signature) return false;
  const tags = Object.fromEntries(
    signature
      .slice(signature.indexOf(':') + 1)
      .replace(/\r\n/g, '')
      .split(';')
      .map((tag) => {
        const at = tag.indexOf('=');
        return [tag.slice(0, at).trim(), tag.slice(at + 1).replace(/\s+/g, '')];
      }),
  );
  if (tags['a'] !== 'rsa-sha256' || tags['c'] !== 'relaxed/relaxed') return false;
  const bodyHash = createHash('sha256').update(relaxedBody(body)).digest('base64');
  if (bodyHash !== tags['bh']) return false;
  const left = [...fields];
  const signed = (tags['h'] ?? '').split(':').flatMap((name) => {
    const at = left.findLastIndex((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return at < 0 ? [] : left.splice(at, 1);
  });
  const own = relaxedField(signature).replace(/b=[^;]*$|b=[^;]*;/, (found) => (found.endsWith(';') ? 'b=;' : 'b='));
  const words = `${signed.map((field) => `${relaxedField(field)}\r\n`).join('')}${own}`;
  const key = createPublicKey({
    key: Buffer.from(/p=([A-Za-z0-9+/=]+)/.exec(record)?.[1] ?? '', 'base64'),
    format: 'der',
    type: 'spki',
  });
  return createVerify('rsa-sha256')
    .update(words)
    .verify(key, tags['b'] ?? '', 'base64');
}

const relaxedField = (field: string): string => {
  const at = field.indexOf(':');
  const value = field
    .slice(at + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${field.slice(0, at).toLowerCase().trim()}:${value}`;
};

const relaxedBody = (body: string): string =>
  body
    .split('\r\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(\r\n)*$/, '\r\n');
