import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { access, constants, link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from './transaction.ts';

/** A private key of the county, held by the server. */
export interface ServerKey {
  readonly id: string;
  /** SPKI, base64. */
  readonly publicKey: string;
  /** Ed25519 signature, base64url. */
  sign(text: string | Uint8Array): string;
}

/** The county's own keys (Ed25519): private ones in var/keys (mode 0600), public ones in platform.signing_keys. */
export class Keys {
  readonly #directory: string;
  readonly #open = new Map<string, ServerKey>();
  #sealing: Buffer | undefined;
  /** Key files that were tried, each as it was then: `/readyz` is asked often, and what has not changed is not tried again. */
  readonly #proved = new Map<string, string>();
  constructor(varDirectory: string) {
    this.#directory = join(varDirectory, 'keys');
  }

  /** Tries every key there is: each county's signs, the one that seals opens what it sealed, and both are still those this process works with. Makes none; throws otherwise. */
  async isUsable(): Promise<boolean> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    await access(this.#directory, constants.R_OK | constants.W_OK);
    const files = new Set((await readdir(this.#directory)).filter((name) => isKeyFile(name)));
    for (const known of this.#open.keys()) files.add(`county-${known.replace(':', '-')}.pem`);
    if (this.#sealing) files.add('sealing.key');
    for (const name of files) await this.#prove(name);
    return true;
  }

  async #prove(name: string): Promise<void> {
    const file = join(this.#directory, name);
    const { ino, size, mtimeMs, ctimeMs } = await stat(file);
    const state = [ino, size, mtimeMs, ctimeMs].join(' ');
    if (this.#proved.get(name) === state) return;
    const text = await readFile(file, 'utf8');
    if (name === 'sealing.key') await this.#proveSealing(sealingKeyOf(text));
    else this.#proveSigning(name, serverKey(text));
    this.#proved.set(name, state);
  }

  async #proveSealing(key: Buffer): Promise<void> {
    this.#sealing ??= key;
    if (!this.#sealing.equals(key)) throw new Error('the key that seals is another than at the start');
    const opened = await this.unseal('platform.proof', await this.seal('platform.proof', Buffer.from('proof')));
    if (opened.toString() !== 'proof') throw new Error('the key that seals does not open');
  }

  #proveSigning(name: string, key: ServerKey): void {
    const known = this.#open.get(name.slice('county-'.length, -'.pem'.length).replace('-', ':'));
    if (known && known.id !== key.id) throw new Error(`${name} holds another key than at the start`);
    if (!verifyEd25519(key.publicKey, 'proof', key.sign('proof'))) throw new Error(`${name} does not sign`);
  }

  /** Whether the folder holds the county's key for a purpose; makes none. */
  holds(countyId: number, purpose: string): Promise<boolean> {
    return access(join(this.#directory, `county-${countyId}-${purpose}.pem`), constants.R_OK).then(
      () => true,
      () => false,
    );
  }

  /** The county's key for a purpose (`county`: heads and attestations), made on first use. */
  async countyKey(tx: Tx, purpose: string): Promise<ServerKey> {
    const cached = this.#open.get(`${tx.countyId}:${purpose}`);
    if (cached) return cached;
    const file = join(this.#directory, `county-${tx.countyId}-${purpose}.pem`);
    const key = serverKey(await readOrMake(this.#directory, file, newPrivateKey));
    await tx.named(
      'platform.publish-key',
      `insert into platform.signing_keys (county_id, id, purpose, algorithm, public_key, made_at) values ($1, $2, $3, 'Ed25519', $4, $5) on conflict do nothing`,
      [tx.countyId, key.id, purpose, key.publicKey, tx.at],
    );
    tx.afterCommit(() => void this.#open.set(`${tx.countyId}:${purpose}`, key));
    return key;
  }

  /** Encrypts a small secret for the database (AES-256-GCM under the installation's sealing key, one derived key per purpose): a copy of the database alone opens nothing. */
  async seal(purpose: string, secret: Uint8Array): Promise<Buffer> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', await this.#sealingKey(purpose), nonce);
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  /** Decrypts what `seal` made for the same purpose. Throws for anything else. */
  async unseal(purpose: string, sealed: Uint8Array): Promise<Buffer> {
    const decipher = createDecipheriv('aes-256-gcm', await this.#sealingKey(purpose), sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  }

  async #sealingKey(purpose: string): Promise<Buffer> {
    this.#sealing ??= sealingKeyOf(
      await readOrMake(this.#directory, join(this.#directory, 'sealing.key'), () => randomBytes(32).toString('hex')),
    );
    return Buffer.from(hkdfSync('sha256', this.#sealing, 'xiangyin', purpose, 32));
  }
}

const isKeyFile = (name: string): boolean => name === 'sealing.key' || /^county-\d+-.+\.pem$/.test(name);

// A file cut short would be a key that anybody can guess.
function sealingKeyOf(text: string): Buffer {
  if (!/^[0-9a-f]{64}$/.test(text.trim())) throw new Error('sealing.key does not hold a key');
  return Buffer.from(text.trim(), 'hex');
}

// Two processes may start at once: whoever comes second reads what the first wrote.
async function readOrMake(directory: string, file: string, make: () => string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const part = `${file}.${randomBytes(6).toString('hex')}.part`;
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  const handle = await open(part, 'wx', 0o600);
  await handle.writeFile(make());
  await handle.sync();
  await handle.close();
  try {
    await link(part, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(part, { force: true });
  }
  return readFile(file, 'utf8');
}

const newPrivateKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function serverKey(pem: string): ServerKey {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    id: createHash('sha256').update(publicKey).digest('hex').slice(0, 16),
    publicKey: publicKey.toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
}

/** What people compare a public key by: SHA-256 of its SPKI bytes (given in base64), hexadecimal. */
export const keyFingerprint = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');

/** Checks an Ed25519 signature (base64url) with a public key (SPKI, base64). */
export function verifyEd25519(publicKey: string, text: string | Uint8Array, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}
