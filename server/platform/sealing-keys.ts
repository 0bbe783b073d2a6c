import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrMake, replaceFile } from './key-files.ts';

/** The file of the keys that seal, 32 bytes each as a line of hex. */
export const sealingFile = 'sealing.key';

/** The keys under which small secrets lie sealed, as `var/keys/sealing.key` holds them: the first line seals, the others are former ones that still open. The file is looked at before each use, so that a running process follows a change at once. */
export class SealingKeys {
  readonly #directory: string;
  readonly #file: string;
  #held: readonly Buffer[] = [];
  #state = '';
  constructor(directory: string) {
    this.#directory = directory;
    this.#file = join(directory, sealingFile);
  }

  /** Whether this process works with a key of the file. */
  get isOpen(): boolean {
    return this.#held.length > 0;
  }

  /** Encrypts under the present key, AES-256-GCM, one derived key per purpose. */
  async seal(purpose: string, secret: Uint8Array): Promise<Buffer> {
    const [present] = await this.#keys();
    return sealUnder(keyOrThrow(present), purpose, secret);
  }

  /** Decrypts what any key of the file sealed for this purpose. Throws for anything else. */
  async unseal(purpose: string, sealed: Uint8Array): Promise<Buffer> {
    let why: unknown;
    for (const key of await this.#keys())
      try {
        return unsealUnder(key, purpose, sealed);
      } catch (error) {
        why = error;
      }
    throw why;
  }

  /** Seals anew what a former key sealed; null where the present one did. Throws where no key of the file opens it. */
  async reseal(purpose: string, sealed: Uint8Array): Promise<Buffer | null> {
    const [present] = await this.#keys();
    try {
      unsealUnder(keyOrThrow(present), purpose, sealed);
      return null;
    } catch {
      return this.seal(purpose, await this.unseal(purpose, sealed));
    }
  }

  /** How many former keys still open. */
  async former(): Promise<number> {
    return (await this.#keys()).length - 1;
  }

  /** From now on a new key seals; what there was goes on opening. Nothing changes where that was begun before and not ended. */
  async renew(): Promise<void> {
    const keys = await this.#keys();
    if (keys.length === 1) await this.#write([randomBytes(32), ...keys]);
  }

  /** Destroys the former keys: what they sealed opens no more. */
  async dropFormer(): Promise<void> {
    await this.#write((await this.#keys()).slice(0, 1));
  }

  /** Tries what the file holds; throws where it is no key, or where none of its keys is one that this process works with. */
  async prove(text: string): Promise<void> {
    const there = keysOf(text);
    if (this.isOpen && !areKin(there, this.#held)) throw new Error('the key that seals is another than at the start');
    const opened = await this.unseal('platform.proof', await this.seal('platform.proof', Buffer.from('proof')));
    if (opened.toString() !== 'proof') throw new Error('the key that seals does not open');
  }

  /** Lets go of them, for an installation that begins anew. */
  forget(): void {
    this.#held = [];
    this.#state = '';
  }

  // A file that was lost, cut short or exchanged is the matter of `prove`: who works goes on with what it has.
  async #keys(): Promise<readonly Buffer[]> {
    const state = await stat(this.#file).then(
      ({ ino, size, mtimeMs, ctimeMs }) => [ino, size, mtimeMs, ctimeMs].join(' '),
      () => '',
    );
    if (this.isOpen && (state === '' || state === this.#state)) return this.#held;
    if (!this.isOpen) this.#held = keysOf(await readOrMake(this.#directory, this.#file, () => lineOf(randomBytes(32))));
    else {
      const there = await readFile(this.#file, 'utf8').then(keysOf, () => []);
      if (areKin(there, this.#held)) this.#held = there;
    }
    this.#state = state;
    return this.#held;
  }

  async #write(keys: readonly Buffer[]): Promise<void> {
    await replaceFile(this.#file, keys.map(lineOf).join('\n'));
    await this.#keys();
  }
}

/** Encrypts a small secret as `Keys.seal` does, under 32 bytes that are given: for what travels between installations. */
export function sealUnder(sealing: Buffer, purpose: string, secret: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derivedKey(sealing, purpose), nonce);
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** Decrypts what `sealUnder` made for the same purpose. Throws for anything else. */
export function unsealUnder(sealing: Buffer, purpose: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', derivedKey(sealing, purpose), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

const derivedKey = (sealing: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', sealing, 'xiangyin', purpose, 32));

const lineOf = (key: Buffer): string => key.toString('hex');

// A file cut short would be a key that anybody can guess.
function keysOf(text: string): Buffer[] {
  const lines = text.trim().split('\n');
  if (!lines.every((line) => /^[0-9a-f]{64}$/.test(line))) throw new Error(`${sealingFile} does not hold a key`);
  return lines.map((line) => Buffer.from(line, 'hex'));
}

const areKin = (some: readonly Buffer[], others: readonly Buffer[]): boolean =>
  some.some((one) => others.some((other) => one.equals(other)));

function keyOrThrow(key: Buffer | undefined): Buffer {
  if (!key) throw new Error(`${sealingFile} does not hold a key`);
  return key;
}
