import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
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
  constructor(varDirectory: string) {
    this.#directory = join(varDirectory, 'keys');
  }

  /** The county's key for a purpose (`county`: heads and attestations), made on first use. */
  async countyKey(tx: Tx, purpose: string): Promise<ServerKey> {
    const cached = this.#open.get(`${tx.countyId}:${purpose}`);
    if (cached) return cached;
    const file = join(this.#directory, `county-${tx.countyId}-${purpose}.pem`);
    const key = await readOrMake(this.#directory, file);
    await tx.named(
      'platform.publish-key',
      `insert into platform.signing_keys (county_id, id, purpose, algorithm, public_key, made_at) values ($1, $2, $3, 'Ed25519', $4, $5) on conflict do nothing`,
      [tx.countyId, key.id, purpose, key.publicKey, tx.at],
    );
    tx.afterCommit(() => void this.#open.set(`${tx.countyId}:${purpose}`, key));
    return key;
  }
}

async function readOrMake(directory: string, file: string): Promise<ServerKey> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  try {
    const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(made);
    await handle.sync();
    await handle.close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return serverKey(await readFile(file, 'utf8'));
}

function serverKey(pem: string): ServerKey {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    id: createHash('sha256').update(publicKey).digest('hex').slice(0, 16),
    publicKey: publicKey.toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
}

/** Checks an Ed25519 signature (base64url) with a public key (SPKI, base64). */
export function verifyEd25519(publicKey: string, text: string | Uint8Array, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}
