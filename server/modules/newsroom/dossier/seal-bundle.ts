import { createHash } from 'node:crypto';
import { canonicalJson } from '@xiangyin/document';
import type { CanonicalValue } from '@xiangyin/document';
import type { Zip, ZipDeflate } from 'fflate';
import { keyFingerprint } from '#platform/keys';
import type { Ctx } from '#platform/transaction';
import { verifierFiles } from './verifier-files.ts';

/** A file of a bundle. */
export interface BundleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a bundle is about, kept in its manifest and read by the verifier. */
export interface BundleAbout {
  /** County time. */
  readonly madeAt: Date;
  /** The sample, so that anybody can draw it again; absent for one story. */
  readonly sample?: { seed: string; from: string; until: string; candidates: string[]; days: string[] };
}

/** The bytes the county's key signs: over the SHA-256 (hexadecimal) of the manifest's RFC 8785 bytes. */
export const bundleStatement = (manifestHash: string): string => `xiangyin-bundle-v1\n${manifestHash}\n`;

/** Packs files into a ZIP while they come, adds the verifier, a manifest naming the SHA-256 of each, and the county's signature over the manifest. */
export async function* sealBundle(
  ctx: Ctx,
  about: BundleAbout,
  files: AsyncIterable<BundleFile>,
): AsyncGenerator<Uint8Array> {
  const zip = await Packing.open(about.madeAt);
  const listed: { name: string; sha256: string; bytes: number }[] = [];
  for await (const file of withVerifier(files)) {
    listed.push({ name: file.name, sha256: hashOf(file.bytes), bytes: file.bytes.length });
    yield* zip.add(file);
  }
  const manifest = Buffer.from(canonicalJson(manifestOf(ctx, about, listed)));
  yield* zip.add({ name: 'manifest.json', bytes: manifest });
  const key = await ctx.transaction((tx) => ctx.app.keys.countyKey(tx, 'county'));
  const signature = {
    algorithm: 'Ed25519',
    keyId: key.id,
    publicKey: key.publicKey,
    signature: key.sign(bundleStatement(hashOf(manifest))),
  };
  yield* zip.add({ name: 'manifest.sig.json', bytes: Buffer.from(`${JSON.stringify(signature, null, 1)}\n`) });
  yield* zip.end();
}

/** What the verifier shows of the county's key, and the public page about the county too. */
export const countyKeyFingerprint = async (ctx: Ctx): Promise<string> =>
  keyFingerprint((await ctx.transaction((tx) => ctx.app.keys.countyKey(tx, 'county'))).publicKey);

function manifestOf(
  ctx: Ctx,
  about: BundleAbout,
  files: { name: string; sha256: string; bytes: number }[],
): CanonicalValue {
  return {
    v: 1,
    county: ctx.county.slug,
    madeAt: about.madeAt.toISOString(),
    ...(about.sample ? { sample: about.sample } : {}),
    files,
  };
}

async function* withVerifier(files: AsyncIterable<BundleFile>): AsyncGenerator<BundleFile> {
  yield* files;
  for (const [name, text] of Object.entries(await verifierFiles())) yield { name, bytes: Buffer.from(text) };
}

/** A ZIP made piece by piece: at no time more than one file in memory. */
class Packing {
  readonly #zip: Zip;
  readonly #Entry: typeof ZipDeflate;
  readonly #madeAt: Date;
  #pieces: Uint8Array[] = [];

  private constructor(fflate: { Zip: typeof Zip; ZipDeflate: typeof ZipDeflate }, madeAt: Date) {
    this.#madeAt = madeAt;
    this.#Entry = fflate.ZipDeflate;
    this.#zip = new fflate.Zip((error, piece) => {
      if (error) throw error;
      this.#pieces.push(piece);
    });
  }

  // Seldom wanted, and 10 MB in memory.
  static async open(madeAt: Date): Promise<Packing> {
    return new Packing(await import('fflate'), madeAt);
  }

  add({ name, bytes }: BundleFile): Uint8Array[] {
    const entry = new this.#Entry(name, { level: 6 });
    entry.mtime = this.#madeAt;
    this.#zip.add(entry);
    entry.push(bytes, true);
    return this.#take();
  }

  end(): Uint8Array[] {
    this.#zip.end();
    return this.#take();
  }

  #take(): Uint8Array[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
