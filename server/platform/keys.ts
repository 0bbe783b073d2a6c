import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { access, constants, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrMake } from './key-files.ts';
import { sealingFile, SealingKeys } from './sealing-keys.ts';
import type { Tx } from './transaction.ts';

/** A private key of the county, held by the server. */
export interface ServerKey {
  readonly id: string;
  /** SPKI, base64. */
  readonly publicKey: string;
  /** Ed25519 signature, base64url. */
  sign(text: string | Uint8Array): string;
}

interface HeldKey extends ServerKey {
  /** Name of the file with its private part. */
  readonly file: string;
}

const nameOf = (countyId: number, purpose: string, id?: string): string =>
  `county-${countyId}-${purpose}${id ? `.${id}` : ''}.pem`;

/** The county's own keys (Ed25519): private ones in var/keys (mode 0600), public ones in platform.signing_keys. */
export class Keys {
  readonly #directory: string;
  readonly #open = new Map<string, HeldKey>();
  /** Grows with `forget`: what was read before a rotation is not kept after it. */
  #generation = 1;
  /** Transactions that made a first key. */
  readonly #making = new WeakSet<Tx>();
  /** Those under which secrets are sealed. */
  readonly sealing: SealingKeys;
  /** Key files that were tried, each as it was then: `/readyz` is asked often, and what has not changed is not tried again. */
  readonly #proved = new Map<string, string>();
  constructor(varDirectory: string) {
    this.#directory = join(varDirectory, 'keys');
    this.sealing = new SealingKeys(this.#directory);
  }

  /** Tries every key there is: each county's signs, the one that seals opens what it sealed, and both are still those this process works with. Makes none; throws otherwise. */
  async isUsable(): Promise<boolean> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    await access(this.#directory, constants.R_OK | constants.W_OK);
    const files = new Set((await readdir(this.#directory)).filter((name) => isKeyFile(name)));
    for (const { file } of this.#open.values()) files.add(file);
    if (this.sealing.isOpen) files.add(sealingFile);
    for (const name of files) await this.#prove(name);
    return true;
  }

  async #prove(name: string): Promise<void> {
    const file = join(this.#directory, name);
    const { ino, size, mtimeMs, ctimeMs } = await stat(file);
    const state = [ino, size, mtimeMs, ctimeMs].join(' ');
    if (this.#proved.get(name) === state) return;
    const text = await readFile(file, 'utf8');
    if (name === sealingFile) await this.sealing.prove(text);
    else this.#proveSigning(name, serverKey(text));
    this.#proved.set(name, state);
  }

  #proveSigning(name: string, key: ServerKey): void {
    const known = [...this.#open.values()].find(({ file }) => file === name);
    if (known && known.id !== key.id) throw new Error(`${name} holds another key than at the start`);
    if (!verifyEd25519(key.publicKey, 'proof', key.sign('proof'))) throw new Error(`${name} does not sign`);
  }

  /** Whether the folder holds the county's key for a purpose; makes none. */
  async holds(countyId: number, purpose: string): Promise<boolean> {
    const names = await readdir(this.#directory).catch(() => []);
    return names.some((name) => name.endsWith('.pem') && name.startsWith(`county-${countyId}-${purpose}.`));
  }

  /** The county's key for a purpose (`county`: heads, attestations, marks), made on first use. Throws where the key was changed on another machine and its file is not here: a second key beside it would split the county's word in two. */
  async countyKey(tx: Tx, purpose: string): Promise<ServerKey> {
    return (await this.heldKey(tx, purpose)) ?? this.#firstKey(tx, purpose);
  }

  /** The county's present key for a purpose, if there is one and its private part lies here; makes none and only reads. */
  async heldKey(tx: Tx, purpose: string): Promise<ServerKey | undefined> {
    const cached = this.#open.get(`${tx.countyId}:${purpose}`);
    if (cached) return cached;
    const generation = this.#generation;
    const current = await tx.named<{ id: string }>(
      'platform.current-keys',
      'select id from platform.signing_keys where county_id = $1 and purpose = $2 and retired_at is null order by made_at desc, id desc',
      [tx.countyId, purpose],
    );
    for (const { id } of current) {
      const held = await this.readKey(tx.countyId, purpose, id);
      if (held) return this.#keep(tx, purpose, held, generation);
    }
    return undefined;
  }

  /** The key with this id, from its file; undefined where its private part is not here. */
  async readKey(countyId: number, purpose: string, id: string): Promise<HeldKey | undefined> {
    for (const file of [nameOf(countyId, purpose, id), nameOf(countyId, purpose)]) {
      const pem = await readFile(join(this.#directory, file), 'utf8').catch(() => undefined);
      const key = pem === undefined ? undefined : serverKey(pem);
      if (key?.id === id) return { ...key, file };
    }
    return undefined;
  }

  /** Makes the next key of a purpose in a file of its own. It signs nothing until it is published. */
  async makeNextKey(countyId: number, purpose: string): Promise<ServerKey> {
    const pem = newPrivateKey();
    const key = serverKey(pem);
    await readOrMake(this.#directory, join(this.#directory, nameOf(countyId, purpose, key.id)), () => pem);
    return key;
  }

  /** Destroys the private part of a key that signs no more. */
  async destroyKey(countyId: number, purpose: string, id: string): Promise<void> {
    const held = await this.readKey(countyId, purpose, id);
    if (held) await rm(join(this.#directory, held.file), { force: true });
  }

  /** The county's private keys as they lie in files: purpose and PEM. */
  async filesOf(countyId: number): Promise<{ readonly purpose: string; readonly pem: string }[]> {
    const names = await readdir(this.#directory).catch((): string[] => []);
    const found = names.flatMap((name) => {
      const purpose = new RegExp(`^county-${countyId}-([^.]+)(?:\\.[0-9a-f]{16})?\\.pem$`).exec(name)?.[1];
      return purpose === undefined ? [] : [{ name, purpose }];
    });
    return Promise.all(
      found.map(async ({ name, purpose }) => ({ purpose, pem: await readFile(join(this.#directory, name), 'utf8') })),
    );
  }

  /** Lays down a private key that came from elsewhere, under a name with its id: no county that is opened later takes it for its own first key. */
  async keepFile(countyId: number, purpose: string, pem: string): Promise<void> {
    const file = join(this.#directory, nameOf(countyId, purpose, serverKey(pem).id));
    await readOrMake(this.#directory, file, () => pem);
  }

  /** Takes away what `keepFile` laid down. */
  async dropFile(countyId: number, purpose: string, pem: string): Promise<void> {
    await rm(join(this.#directory, nameOf(countyId, purpose, serverKey(pem).id)), { force: true });
  }

  /** A key was changed, perhaps by another process: from now on the present one is asked for anew. */
  forget(): void {
    this.#generation += 1;
    this.#open.clear();
  }

  /** Destroys every key of the installation: for one that begins anew, with nothing in its database that they signed or sealed. */
  async destroyAll(): Promise<void> {
    const names = (await readdir(this.#directory).catch(() => [])).filter((name) => isKeyFile(name));
    for (const name of names) await rm(join(this.#directory, name), { force: true });
    this.forget();
    this.sealing.forget();
    this.#proved.clear();
  }

  async #firstKey(tx: Tx, purpose: string): Promise<ServerKey> {
    this.#making.add(tx);
    const file = nameOf(tx.countyId, purpose);
    const generation = this.#generation;
    const key = serverKey(await readOrMake(this.#directory, join(this.#directory, file), newPrivateKey));
    const [known] = await tx.named<{ retired: boolean }>(
      'platform.publish-key',
      `with made as (insert into platform.signing_keys (county_id, id, purpose, algorithm, public_key, made_at) values ($1, $2, $3, 'Ed25519', $4, $5) on conflict do nothing)
       select retired_at is not null as retired from platform.signing_keys where county_id = $1 and id = $2`,
      [tx.countyId, key.id, purpose, key.publicKey, tx.at],
    );
    if (known?.retired)
      throw new Error(`the ${purpose} key of county ${tx.countyId} was changed: copy its file to ${this.#directory}`);
    return this.#keep(tx, purpose, { ...key, file }, generation);
  }

  #keep(tx: Tx, purpose: string, key: HeldKey, generation: number): ServerKey {
    const keep = (): void => {
      if (generation === this.#generation) this.#open.set(`${tx.countyId}:${purpose}`, key);
    };
    // Reading transactions have no end to wait for; a key made in this one may yet be undone with it.
    if (this.#making.has(tx)) tx.afterCommit(keep);
    else keep();
    return key;
  }

  /** Encrypts a small secret for the database (AES-256-GCM under the installation's sealing key, one derived key per purpose): a copy of the database alone opens nothing. */
  async seal(purpose: string, secret: Uint8Array): Promise<Buffer> {
    return this.sealing.seal(purpose, secret);
  }

  /** Decrypts what `seal` made for the same purpose. Throws for anything else. */
  async unseal(purpose: string, sealed: Uint8Array): Promise<Buffer> {
    return this.sealing.unseal(purpose, sealed);
  }
}

const isKeyFile = (name: string): boolean => name === sealingFile || /^county-\d+-.+\.pem$/.test(name);

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
