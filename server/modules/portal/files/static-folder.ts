import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { sha256 } from '#platform/canonical';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** A built file with the encodings readers take; hashed names may be kept for ever. */
export interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

/** Files of a built front end, read on demand and kept in memory with their compressed forms. Only names that were found in the folder are served, so no path can leave it. */
export class StaticFolder {
  readonly #folder: string;
  #names: Set<string> | undefined;
  readonly #files = new Map<string, StaticFile>();
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Forgets everything: the front end was built anew. */
  forget(): void {
    this.#names = undefined;
    this.#files.clear();
  }

  /** The file under this name (`assets/app-1a2b.js`), or undefined. */
  async get(name: string): Promise<StaticFile | undefined> {
    const cached = this.#files.get(name);
    if (cached) return cached;
    this.#names ??= new Set(await listFiles(this.#folder));
    // A build may have finished since the folder was listed.
    if (!this.#names.has(name)) this.#names = new Set(await listFiles(this.#folder));
    if (!this.#names.has(name)) return undefined;
    const body = await readFile(join(this.#folder, ...name.split('/')));
    const file: StaticFile = {
      type: types[extname(name)] ?? 'application/octet-stream',
      etag: `"${sha256(body).slice(0, 22)}"`,
      body,
    };
    this.#files.set(name, await compressed(file));
    return file;
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function compressed(file: StaticFile): Promise<StaticFile> {
  if (!/text|javascript|json|svg/.test(file.type) || file.body.length < 500) return file;
  file.br = await promisify(brotliCompress)(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  file.gzip = await promisify(gzip)(file.body, { level: 9 });
  return file;
}
