import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

interface Stored {
  readonly uid: number;
  readonly source: Buffer;
  readonly flags: Set<string>;
}
interface Folder {
  uidNext: number;
  readonly uidValidity: number;
  letters: Stored[];
}

/** A small mail server that speaks as much of RFC 3501 (and RFC 6851 MOVE) as a reader of one folder needs, over a real socket. It counts what was fetched of which letter. */
export class TestImapServer implements AsyncDisposable {
  readonly folders = new Map<string, Folder>([['INBOX', { uidNext: 1, uidValidity: 7, letters: [] }]]);
  readonly fetchedWhole: number[] = [];
  /** What it was told as login and password. */
  readonly logins: string[] = [];
  /** How many came, whatever they said. */
  connections = 0;
  /** Breaks the connection when a letter is moved, so many times. */
  breakAtMove = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #password: string;
  private constructor(server: Server, password: string) {
    this.#server = server;
    this.#password = password;
    server.on('connection', (socket) => this.#serve(socket));
  }

  static async start(password = 'secret'): Promise<TestImapServer> {
    const server = createServer({ noDelay: true });
    const made = new TestImapServer(server, password);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Puts a letter into INBOX; lines as they are, headers first. Answers its uid. */
  deliver(...lines: string[]): number {
    const inbox = this.folder('INBOX');
    inbox.letters.push({ uid: inbox.uidNext, source: Buffer.from(lines.join('\r\n')), flags: new Set() });
    return inbox.uidNext++;
  }

  /** Puts a report of delivery (RFC 3464) into INBOX: the letter of this Message-ID could not be delivered, for good where the status begins with 5. Answers its uid. */
  deliverReport(messageId: string, status: string): number {
    return this.deliver(
      'From: MAILER-DAEMON@mx.elsewhere.test',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It could not be delivered.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.elsewhere.test',
      '',
      'Final-Recipient: rfc822; gone@mail.test',
      `Action: ${status.startsWith('5') ? 'failed' : 'delayed'}`,
      `Status: ${status}`,
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${messageId}>`,
      'Subject: Today',
      '--b--',
    );
  }

  folder(name: string): Folder {
    const found = this.folders.get(name);
    if (!found) throw new Error(`no folder ${name}`);
    return found;
  }

  #serve(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined);
    let open: Folder | undefined;
    let rest = '';
    const say = (text: string | Buffer): void => void socket.write(text);
    say('* OK [CAPABILITY IMAP4rev1 MOVE UIDPLUS] ready\r\n');
    socket.on('data', (data) => {
      rest += data.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        open = this.#answer(line, open, say, socket);
      }
    });
  }

  #answer(
    line: string,
    open: Folder | undefined,
    say: (text: string | Buffer) => void,
    socket: Socket,
  ): Folder | undefined {
    const [, tag = '', command = '', words = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
    const done = (text = 'OK done'): void => say(`${tag} ${text}\r\n`);
    const name = unquoted(words.split(' (')[0] ?? '');
    switch (command.toUpperCase()) {
      case 'CAPABILITY':
        say('* CAPABILITY IMAP4rev1 MOVE UIDPLUS\r\n');
        done();
        return open;
      case 'LOGIN': {
        this.logins.push(words);
        done(unquoted(words.split(' ')[1] ?? '') === this.#password ? 'OK in' : 'NO [AUTHENTICATIONFAILED] wrong');
        return open;
      }
      case 'LIST':
        if (words === '"" ""') say('* LIST (\\Noselect) "/" ""\r\n');
        else for (const folder of this.folders.keys()) say(`* LIST () "/" "${folder}"\r\n`);
        done();
        return open;
      case 'CREATE':
        if (this.folders.has(name)) done('NO [ALREADYEXISTS] there already');
        else {
          this.folders.set(name, { uidNext: 1, uidValidity: 7, letters: [] });
          done();
        }
        return open;
      case 'SELECT': {
        const folder = this.folders.get(name);
        if (!folder) {
          done('NO [NONEXISTENT] no such folder');
          return undefined;
        }
        say(`* ${folder.letters.length} EXISTS\r\n* FLAGS (\\Seen)\r\n* OK [UIDVALIDITY ${folder.uidValidity}] ok\r\n`);
        say(`* OK [UIDNEXT ${folder.uidNext}] ok\r\n`);
        done('OK [READ-WRITE] open');
        return folder;
      }
      case 'UID SEARCH': {
        const from = Number(/(\d+):\*/.exec(words)?.[1] ?? 1);
        const last = open?.letters.at(-1)?.uid;
        const uids = (open?.letters ?? []).map((one) => one.uid).filter((uid) => uid >= from || uid === last);
        say(`* SEARCH${uids.map((uid) => ` ${uid}`).join('')}\r\n`);
        done();
        return open;
      }
      case 'UID FETCH':
        for (const uid of (/^[\d,]+/.exec(words)?.[0] ?? '').split(',')) this.#fetch(Number(uid), words, open, say);
        done();
        return open;
      case 'UID STORE': {
        const letter = open?.letters.find((one) => one.uid === Number.parseInt(words, 10));
        letter?.flags.add('\\Seen');
        done();
        return open;
      }
      case 'UID MOVE':
        if (this.breakAtMove > 0) {
          this.breakAtMove -= 1;
          socket.destroy();
        } else this.#move(words, open, say, done);
        return open;
      case 'LOGOUT':
        say('* BYE\r\n');
        done();
        socket.end();
        return undefined;
      default:
        done(/^(NOOP|CLOSE|UNSELECT|ID|ENABLE|CHECK|LSUB|SUBSCRIBE)$/i.test(command) ? 'OK done' : 'BAD unknown');
        return open;
    }
  }

  #fetch(uid: number, words: string, open: Folder | undefined, say: (text: string | Buffer) => void): void {
    const at = open?.letters.findIndex((one) => one.uid === uid) ?? -1;
    const letter = open?.letters[at];
    if (!letter) return;
    const wanted = /HEADER\.FIELDS \(([^)]*)\)/i.exec(words);
    if (!wanted) this.fetchedWhole.push(uid);
    const body = wanted ? headersOf(letter.source, (wanted[1] ?? '').toLowerCase().split(' ')) : letter.source;
    const section = wanted ? `BODY[HEADER.FIELDS (${wanted[1]})]` : 'BODY[]';
    say(`* ${at + 1} FETCH (UID ${uid} RFC822.SIZE ${letter.source.length} ${section} {${body.length}}\r\n`);
    say(body);
    say(')\r\n');
  }

  #move(
    words: string,
    open: Folder | undefined,
    say: (text: string | Buffer) => void,
    done: (text?: string) => void,
  ): void {
    const [, uid, to = ''] = /^(\d+) (.*)$/.exec(words) ?? [];
    const target = this.folders.get(unquoted(to));
    const at = open?.letters.findIndex((one) => one.uid === Number(uid)) ?? -1;
    const [letter] = target && open && at >= 0 ? open.letters.splice(at, 1) : [];
    if (!target || !letter) return done('NO [TRYCREATE] no such folder');
    target.letters.push({ ...letter, uid: target.uidNext });
    say(`* OK [COPYUID ${target.uidValidity} ${uid} ${target.uidNext}] moved\r\n* ${at + 1} EXPUNGE\r\n`);
    target.uidNext += 1;
    done();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
  }
}

const unquoted = (word: string): string => word.trim().replace(/^"(.*)"$/, '$1');

function headersOf(source: Buffer, names: readonly string[]): Buffer {
  const head = source.toString('latin1').split('\r\n\r\n')[0] ?? '';
  const fields = head.replace(/\r\n([ \t])/g, '\n$1').split('\r\n');
  const kept = fields.filter((field) => names.includes(field.split(':')[0]?.toLowerCase() ?? ''));
  return Buffer.from(`${kept.map((field) => field.replaceAll('\n', '\r\n')).join('\r\n')}\r\n\r\n`, 'latin1');
}
