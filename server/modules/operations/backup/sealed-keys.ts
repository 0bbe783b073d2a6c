import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ArchiveProblem } from './archive.ts';

// 128 MB and about half a second: what is guessed on a stolen archive costs as much each time (OWASP asks for N = 2^17).
const cost: Readonly<Record<'N' | 'r' | 'p', number>> = { N: 2 ** 17, r: 8, p: 1 };
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);
const keyOf = (passphrase: string, salt: Buffer, { N, r, p } = cost): Promise<Buffer> =>
  derive(passphrase.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r });

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));
const sealedKeys = z.object({
  kdf: z.literal('scrypt'),
  N: z.int().max(2 ** 20),
  r: z.int().max(32),
  p: z.int().max(4),
  salt: base64,
  nonce: base64,
  tag: base64,
  sealed: base64,
});
const keyFiles = z.record(z.string().regex(/^[\w.-]+$/), z.string());

/** Name → content of the key files. */
export type KeyFiles = Readonly<Record<string, string>>;

/** The private keys of an installation, as they lie in var/keys; empty when there is none yet. */
export async function readKeyFiles(varDirectory: string): Promise<KeyFiles> {
  const folder = join(varDirectory, 'keys');
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.(?:pem|key)$/.test(name)).toSorted();
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

/** Encrypts key files under a passphrase (scrypt, AES-256-GCM). */
export async function sealKeys(files: KeyFiles, passphrase: string): Promise<Buffer> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(files)), cipher.final()]);
  const written = { salt, nonce, tag: cipher.getAuthTag(), sealed };
  const texts = Object.fromEntries(Object.entries(written).map(([name, bytes]) => [name, bytes.toString('base64')]));
  return Buffer.from(JSON.stringify({ kdf: 'scrypt', ...cost, ...texts }));
}

/** Decrypts what `sealKeys` made. Throws ArchiveProblem (passphrase) for another passphrase. */
export async function openKeys(member: Buffer, passphrase: string): Promise<KeyFiles> {
  const { N, r, p, salt, nonce, tag, sealed } = sealedKeys.parse(JSON.parse(member.toString()));
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(passphrase, salt, { N, r, p }), nonce);
  decipher.setAuthTag(tag);
  try {
    return keyFiles.parse(JSON.parse(Buffer.concat([decipher.update(sealed), decipher.final()]).toString()));
  } catch {
    throw new ArchiveProblem('passphrase');
  }
}

/** Puts key files where the program looks for them. */
export async function writeKeyFiles(varDirectory: string, files: KeyFiles): Promise<void> {
  const folder = join(varDirectory, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(files)) {
    const file = await open(join(folder, name), 'w', 0o600);
    await file.writeFile(text);
    await file.sync();
    await file.close();
  }
}
