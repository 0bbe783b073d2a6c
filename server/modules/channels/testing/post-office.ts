import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
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
      onRcptTo: ({ address }, _, done) =>
        done(this.refused.has(address) ? smtpError('5.1.1 no such user', 550) : undefined),
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

/** What a verifier that is not ours says of a letter's DKIM signature, where the record stands in the DNS: `pass` or why not, and the name at which it looked the record up. */
export async function dkimVerdict(raw: string, record: string): Promise<{ verdict: string; askedAt: string[] }> {
  const askedAt: string[] = [];
  const resolver = async (name: string): Promise<string[][]> => {
    askedAt.push(name);
    return [[record]];
  };
  const { results } = await dkimVerify(raw, { resolver });
  return { verdict: results.map(({ status }) => status.result).join(), askedAt };
}
