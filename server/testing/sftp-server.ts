import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';
import type { Connection, FileEntry, SFTPWrapper } from 'ssh2';

const { Server: SshServer, utils } = ssh2;
const { STATUS_CODE, flagsToString } = utils.sftp;

/** Another machine with a folder, reached by SFTP on a free port of this one, over a real folder: it takes one name with a password or a key. */
export class SftpServer implements AsyncDisposable {
  /** Where the files lie; by SFTP they lie under `/`. */
  readonly folder = mkdtempSync(join(tmpdir(), 'xy-sftp-'));
  /** The private key that is let in, as OpenSSH writes it. */
  readonly key: string;
  /** One that is not. */
  readonly strangersKey = utils.generateKeyPairSync('ed25519').private;
  /** Keeps something else than what it was sent. */
  alters = false;
  /** Takes nothing more: its disk is full. */
  isFull = false;
  readonly #hostKey = utils.generateKeyPairSync('ed25519');
  readonly #allowed;
  readonly #connections = new Set<Connection>();
  #server: InstanceType<typeof SshServer> | undefined;

  private constructor() {
    const pair = utils.generateKeyPairSync('ed25519');
    this.key = pair.private;
    this.#allowed = parsed(pair.public);
  }

  static async start(): Promise<SftpServer> {
    const made = new SftpServer();
    const server = new SshServer({ hostKeys: [made.#hostKey.private] }, (client) => made.#accept(client));
    made.#server = server;
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return made;
  }

  /** Its address, with the password and its own fingerprint unless said otherwise. */
  url({ password = ':passwort-von-hier', fingerprint = this.fingerprint } = {}): string {
    const { port } = (this.#server?.address() as AddressInfo | undefined) ?? { port: 0 };
    return `sftp://xiangyin${password}@127.0.0.1:${port}/?hostkey=${encodeURIComponent(fingerprint)}`;
  }

  get fingerprint(): string {
    const bytes = parsed(this.#hostKey.public).getPublicSSH();
    return `SHA256:${createHash('sha256').update(bytes).digest('base64').replace(/=+$/, '')}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const connection of this.#connections) connection.end();
    await new Promise<void>((done) => this.#server?.close(() => done()) ?? done());
    await rm(this.folder, { recursive: true, force: true });
  }

  #accept(client: Connection): void {
    this.#connections.add(client);
    client
      .on('error', () => undefined)
      .on('close', () => void this.#connections.delete(client))
      .on('authentication', (context) => {
        const mayTry = context.username === 'xiangyin';
        const proven =
          (context.method === 'password' && context.password === 'passwort-von-hier') ||
          (context.method === 'publickey' &&
            context.key.data.equals(this.#allowed.getPublicSSH()) &&
            // Without a signature the client only asks whether the key would do.
            (!context.signature ||
              // What is no signature at all comes back as an error.
              Object.is(this.#allowed.verify(context.blob ?? '', context.signature, context.hashAlgo), true)));
        if (mayTry && proven) context.accept();
        else context.reject(['password', 'publickey']);
      })
      .on('session', (accept) => {
        accept().on('sftp', (acceptSftp) => this.#serve(acceptSftp()));
      });
  }

  #serve(sftp: SFTPWrapper): void {
    const open_ = new Map<number, { file?: FileHandle; names?: string[] }>();
    const at = (path: string): string => join(this.folder, join('/', path));
    const handleOf = (handle: Buffer) => open_.get(handle.readUInt32BE(0)) ?? {};
    const keep = (entry: { file?: FileHandle; names?: string[] }): Buffer => {
      const handle = Buffer.alloc(4);
      handle.writeUInt32BE(open_.size + 1);
      open_.set(open_.size + 1, entry);
      return handle;
    };
    // What goes wrong is a status, as of the machine it stands for.
    const answer = (id: number, work: () => Promise<unknown>): void =>
      void work().catch((error: NodeJS.ErrnoException) =>
        sftp.status(id, error.code === 'ENOENT' ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE),
      );
    const ok = (id: number): void => sftp.status(id, STATUS_CODE.OK);
    const attributes = async (path: string) => {
      const { mode, uid, gid, size, atimeMs, mtimeMs } = await stat(path);
      return { mode, uid, gid, size, atime: Math.floor(atimeMs / 1_000), mtime: Math.floor(mtimeMs / 1_000) };
    };
    sftp
      .on('OPEN', (id, path, flags) =>
        answer(id, async () => {
          if (this.isFull && flagsToString(flags) !== 'r') throw new Error('no room');
          sftp.handle(id, keep({ file: await open(at(path), flagsToString(flags) ?? 'r') }));
        }),
      )
      .on('WRITE', (id, handle, offset, data) =>
        answer(id, async () => {
          await handleOf(handle).file?.write(this.alters ? data.map((byte) => byte ^ 1) : data, 0, data.length, offset);
          ok(id);
        }),
      )
      .on('READ', (id, handle, offset, length) =>
        answer(id, async () => {
          const buffer = Buffer.alloc(length);
          const read = await handleOf(handle).file?.read(buffer, 0, length, offset);
          if (!read?.bytesRead) return sftp.status(id, STATUS_CODE.EOF);
          return sftp.data(id, buffer.subarray(0, read.bytesRead));
        }),
      )
      .on('CLOSE', (id, handle) => answer(id, async () => (await handleOf(handle).file?.close(), ok(id))))
      .on('STAT', (id, path) => answer(id, async () => sftp.attrs(id, await attributes(at(path)))))
      .on('FSTAT', (id, handle) =>
        answer(id, async () => {
          const { size = 0 } = (await handleOf(handle).file?.stat()) ?? {};
          sftp.attrs(id, { mode: 0o100600, uid: 0, gid: 0, size, atime: 0, mtime: 0 });
        }),
      )
      .on('FSETSTAT', (id) => ok(id))
      .on('SETSTAT', (id) => ok(id))
      .on('OPENDIR', (id, path) => answer(id, async () => sftp.handle(id, keep({ names: await readdir(at(path)) }))))
      .on('READDIR', (id, handle) =>
        answer(id, async () => {
          const entry = handleOf(handle);
          const names = entry.names?.splice(0) ?? [];
          if (names.length === 0) return sftp.status(id, STATUS_CODE.EOF);
          const listed = names.map(async (filename): Promise<FileEntry> => ({
            filename,
            longname: filename,
            attrs: await attributes(at(filename)),
          }));
          return sftp.name(id, await Promise.all(listed));
        }),
      )
      .on('REMOVE', (id, path) => answer(id, async () => (await unlink(at(path)), ok(id))))
      // Over what is there nothing is renamed (version 3).
      .on('RENAME', (id, from, to) =>
        answer(id, async () => {
          if (await stat(at(to)).catch(() => null)) throw new Error('there already');
          await rename(at(from), at(to));
          ok(id);
        }),
      );
  }
}

function parsed(key: string) {
  const read = utils.parseKey(key);
  if (read instanceof Error) throw read;
  return read;
}
