import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { CipherAlgorithm, Client, ConnectConfig, SFTPWrapper } from 'ssh2';
import { ExplainedError } from '#platform/explained-error';

/** `sftp://name:password@host:22/folder?hostkey=SHA256:…`; in place of the password, a file with a private key. */
export interface SftpSetting {
  readonly url: string;
  readonly keyFile?: string;
}

// The slowest line on which an archive still gets through.
const patience = { connectMilliseconds: 20_000, restMilliseconds: 60_000, bytesPerSecond: 500_000 };

/** So much is on its way at once: one piece after the other would wait for each answer. */
const many = { chunkSize: 32_768, concurrency: 32 };

/** AES is in the processor; the client's own choice, ChaCha20, would be reckoned in JavaScript. */
const cipher: CipherAlgorithm[] = ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'aes256-ctr', 'aes128-ctr'];

/** SSH_FX_NO_SUCH_FILE (draft-ietf-secsh-filexfer-02, 7). */
const isMissing = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 2;

/** A folder of another machine, reached by SFTP (SSH File Transfer Protocol, version 3). The machine is known by the fingerprint of its key, and by nothing else.
 *  Each act has a connection of its own: an archive goes once a night. The client is loaded by the first act. */
export class SftpStore {
  readonly #setting: SftpSetting;
  readonly #folder: string;
  constructor(setting: SftpSetting) {
    this.#setting = setting;
    this.#folder = decodeURIComponent(new URL(setting.url).pathname);
  }

  /** Every name in the folder. Throws what the line or the other machine says. */
  async *keys(): AsyncGenerator<string> {
    const listed = await this.#connected((sftp) => promisify(sftp.readdir.bind(sftp))(this.#folder));
    for (const { filename } of listed) yield filename;
  }

  /** Sends a file of this machine under a name beside its own, and gives it its name when it is whole: what was broken off is never taken for an archive. */
  async copyIn(name: string, path: string): Promise<void> {
    const { size } = await stat(path);
    const most = patience.restMilliseconds + Math.ceil(size / patience.bytesPerSecond) * 1_000;
    await this.#connected(async (sftp) => {
      const part = this.#at(`${name}.part`);
      const sent = new Promise<void>((done, fail) =>
        sftp.fastPut(path, part, { ...many, mode: 0o600 }, (error) => (error ? fail(error) : done())),
      );
      await within(most, sent);
      // Version 3 renames over nothing.
      await this.#unlink(sftp, this.#at(name));
      await promisify(sftp.rename.bind(sftp))(part, this.#at(name));
    });
  }

  /** What lies under the name, while it is read; undefined when there is nothing. */
  async openWhole(name: string): Promise<{ readonly bytes: number; readonly stream: Readable } | undefined> {
    const client = await this.#connect();
    try {
      const sftp = await promisify(client.sftp.bind(client))();
      const handle = await promisify(sftp.open.bind(sftp))(this.#at(name), 'r');
      const { size } = await promisify(sftp.fstat.bind(sftp))(handle);
      const stream = Readable.from(readAhead(sftp, handle, size)).once('close', () => client.end());
      return { bytes: size, stream };
    } catch (error) {
      client.end();
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** Nothing happens when there is nothing under the name. */
  remove(name: string): Promise<void> {
    return this.#connected((sftp) => this.#unlink(sftp, this.#at(name)));
  }

  #at(name: string): string {
    return posix.join(this.#folder, name);
  }

  async #unlink(sftp: SFTPWrapper, path: string): Promise<void> {
    await promisify(sftp.unlink.bind(sftp))(path).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }

  async #connected<T>(work: (sftp: SFTPWrapper) => Promise<T>): Promise<T> {
    const client = await this.#connect();
    try {
      return await work(await promisify(client.sftp.bind(client))());
    } finally {
      client.end();
    }
  }

  async #connect(): Promise<Client> {
    const { Client: SshClient } = (await import('ssh2')).default;
    const client = new SshClient();
    // A plus in an address is a blank once it is read.
    const known = (new URL(this.#setting.url).searchParams.get('hostkey') ?? '').replaceAll(' ', '+');
    let shown = '';
    const hostVerifier = (key: Buffer): boolean => {
      shown = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
      return shown === known;
    };
    const config = await this.#config();
    return new Promise((done, fail) => {
      client
        .once('ready', () => done(client))
        .on('error', (error: Error) =>
          fail(
            shown !== '' && shown !== known
              ? new ExplainedError(
                  `那台机器的指纹是 ${shown}，和 BACKUP_SFTP_URL 里写的不一样：先弄清是不是它 · The machine shows the fingerprint ${shown}, not the one in BACKUP_SFTP_URL: make sure that it is the right one`,
                  { cause: error },
                )
              : error,
          ),
        )
        .connect({ ...config, hostVerifier });
    });
  }

  async #config(): Promise<ConnectConfig> {
    const { url, keyFile } = this.#setting;
    const { hostname, port, username, password } = new URL(url);
    return {
      host: hostname,
      port: Number(port || 22),
      username: decodeURIComponent(username),
      readyTimeout: patience.connectMilliseconds,
      keepaliveInterval: 10_000,
      keepaliveCountMax: 3,
      algorithms: { cipher },
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(keyFile === undefined ? {} : { privateKey: await readFile(keyFile) }),
    };
  }
}

// In order, while the next pieces are on their way. A short answer is asked on; an end before the size that was told is a broken file.
async function* readAhead(sftp: SFTPWrapper, handle: Buffer, size: number): AsyncGenerator<Buffer> {
  const piece = async (from: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.alloc(length);
    for (let got = 0; got < length;) {
      const read = await new Promise<number>((done, fail) =>
        sftp.read(handle, bytes, got, length - got, from + got, (error, count) => (error ? fail(error) : done(count))),
      );
      if (read === 0) throw new Error('the file on the other machine ends before its end');
      got += read;
    }
    return bytes;
  };
  const coming: Promise<Buffer>[] = [];
  for (let from = 0; from < size || coming.length > 0;) {
    for (; from < size && coming.length < many.concurrency; from += many.chunkSize) {
      const next = piece(from, Math.min(many.chunkSize, size - from));
      // Heard when its turn comes.
      next.catch(() => undefined);
      coming.push(next);
    }
    const first = await coming.shift();
    if (first) yield first;
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = pause(milliseconds, undefined, { signal: stop.signal, ref: false }).then(() => {
    throw new Error(`not done within ${milliseconds} ms`);
  });
  late.catch(() => undefined);
  return Promise.race([work, late]).finally(() => stop.abort());
}
