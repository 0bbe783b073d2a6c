import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A letter as the server took it. */
export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  /** Header names in small letters, unfolded and decoded where they are encoded words. */
  readonly headers: Readonly<Record<string, string>>;
  /** The text, decoded. */
  readonly text: string;
}

/** A mail server for tests: plain SMTP (RFC 5321) on a free port of this machine. It can be stopped and come back on the same port, be slow, and refuse. */
export class MailServer implements AsyncDisposable {
  readonly letters: Letter[] = [];
  /** What is answered after DATA instead of taking the letter, such as `452 try later`. */
  refusal: string | null = null;
  /** Called before a letter is acknowledged. */
  beforeAnswer: () => void | Promise<void> = () => undefined;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  static async start(): Promise<MailServer> {
    const server = new MailServer();
    await server.comeBack();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** Listens (again) on its port. */
  async comeBack(): Promise<void> {
    const server = createServer((socket) => this.#serve(socket));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Goes down: open connections break, new ones are refused. */
  async goDown(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => (this.#server ? this.#server.close(() => resolve()) : resolve()));
    this.#server = undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.goDown();
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.setEncoding('latin1');
    let waiting = '';
    let letter: { from: string; to: string[]; data: string | null } = { from: '', to: [], data: null };
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say('220 mail.test ESMTP');
    const take = async (data: string): Promise<void> => {
      const { from, to } = letter;
      letter = { from: '', to: [], data: null };
      await this.beforeAnswer();
      if (this.refusal) return say(this.refusal);
      this.letters.push({ from, to, ...partsOf(data) });
      say(`250 taken as ${this.letters.length}`);
    };
    const command = (line: string): void => {
      const word = line.slice(0, 4).toUpperCase();
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (word === 'EHLO' || word === 'HELO') say('250 mail.test');
      else if (word === 'MAIL') {
        letter = { from: address, to: [], data: null };
        say('250 ok');
      } else if (word === 'RCPT') {
        letter.to.push(address);
        say('250 ok');
      } else if (word === 'DATA') {
        letter.data = '';
        say('354 go on');
      } else if (word === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    };
    socket.on('data', (chunk: string) => {
      waiting += chunk;
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        if (letter.data === null) command(line);
        else if (line === '.') void take(letter.data);
        else letter.data += `${line.replace(/^\./, '')}\r\n`;
      }
    });
  }
}

/** Header and text of a letter of one part, as nodemailer writes them. */
export function partsOf(data: string): Pick<Letter, 'headers' | 'text'> {
  const whole = data.replaceAll(/\r?\n/g, '\n');
  const split = whole.indexOf('\n\n');
  const lines = whole
    .slice(0, split)
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      wordsOf(line.slice(line.indexOf(':') + 1).trim()),
    ]),
  );
  return { headers, text: textOf(whole.slice(split + 2), headers['content-transfer-encoding'] ?? '7bit') };
}

function textOf(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quoted(body.replaceAll('=\n', ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

// Encoded words (RFC 2047).
const wordsOf = (value: string): string =>
  value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : quoted(word.replaceAll('_', ' ')),
    );
