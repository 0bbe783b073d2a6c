import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { entityTag } from '#platform/http/conditional';

/** The forms in which a body goes over the wire. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** A rendered page: one body, in the encodings readers ask for. */
export interface CachedPage {
  readonly county: number;
  readonly type: string;
  readonly etag: string;
  /** Besides those that every page has. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body in this encoding: compressed for the first who asks, then kept for all. */
  body(encoding: Encoding): Buffer;
  /** Bytes that its bodies take at most. */
  readonly size: number;
  /** Real time, milliseconds. */
  readonly storedAt: number;
  /** County time after which the page says something that is no longer so. */
  readonly staleAt: number | null;
  readonly keys: readonly string[];
}

/** A page on its way; nothing when it is none that may be kept. */
interface Drawing {
  readonly generation: number;
  readonly page: Promise<CachedPage | undefined>;
}

/** Entries older than this are rendered again even if nobody purged them: the repair for a lost purge. */
export const revalidateAfterMilliseconds = 60_000;

/** So many addresses are remembered as asked for, and at most as many again. */
const rememberedAddresses = 4096;

/** Rendered pages by address, purged by key. Correctness rests on generations: a page is stored only if none of its keys was purged since before its data was read. */
export class PageCache {
  readonly #limit: number;
  readonly #entries = new Map<string, CachedPage>();
  readonly #byKey = new Map<string, Set<string>>();
  readonly #purgedAt = new Map<string, number>();
  readonly #drawings = new Map<string, Drawing>();
  #lately = new Set<string>();
  #before = new Set<string>();
  #generation = 1;
  #floor = 0;
  #bytes = 0;
  readonly #ofCounty = new Map<number, { bytes: number; readonly addresses: Set<string> }>();

  /** `limit`: bytes of all bodies together, at most; the oldest entries of the county that holds most leave first, so that a busy one puts out its own. */
  constructor(limit = 64 * 1024 * 1024) {
    this.#limit = limit;
  }

  /** To be read before the data of a page. */
  generation(): number {
    return this.#generation;
  }

  get(address: string): CachedPage | undefined {
    return this.#entries.get(address);
  }

  /** Whether somebody asked for the address not long ago; from now on somebody did. What is asked for once is not worth the place of what is asked for often. */
  wasAsked(address: string): boolean {
    if (this.#lately.has(address) || this.#before.has(address)) return true;
    if (this.#lately.size >= rememberedAddresses) {
      this.#before = this.#lately;
      this.#lately = new Set();
    }
    this.#lately.add(address);
    return false;
  }

  /** Stores the page unless one of its keys was purged after `generation`; answers whether it did. */
  store(address: string, page: CachedPage, generation: number): boolean {
    if (
      generation < this.#floor ||
      page.keys.some((key) => (this.#purgedAt.get(scoped(page.county, key)) ?? 0) >= generation)
    )
      return false;
    this.#drop(address);
    this.#entries.set(address, page);
    this.#count(page, address, 1);
    for (const key of page.keys) {
      const addresses = this.#byKey.get(scoped(page.county, key)) ?? new Set();
      this.#byKey.set(scoped(page.county, key), addresses.add(address));
    }
    while (this.#bytes > this.#limit) this.#drop(this.#oldestOfTheLargest() ?? address);
    return true;
  }

  /** The page that is being drawn for somebody else at this moment, unless something was purged since its data was read. */
  drawing(address: string): Promise<CachedPage | undefined> | undefined {
    const known = this.#drawings.get(address);
    return known?.generation === this.#generation ? known.page : undefined;
  }

  /** Whoever asks for the address until `page` is there may wait for it. */
  draws(address: string, generation: number, page: Promise<CachedPage | undefined>): void {
    const drawing = { generation, page: page.catch(() => undefined) };
    this.#drawings.set(address, drawing);
    void drawing.page.finally(() => {
      if (this.#drawings.get(address) === drawing) this.#drawings.delete(address);
    });
  }

  /** Forgets every page of the county that depends on one of the keys. */
  purge(county: number, keys: readonly string[]): void {
    const now = this.#generation;
    this.#generation += 1;
    if (this.#purgedAt.size > 100_000) {
      this.#purgedAt.clear();
      this.#floor = now + 1;
    }
    for (const key of keys) {
      this.#purgedAt.set(scoped(county, key), now);
      for (const address of this.#byKey.get(scoped(county, key)) ?? []) this.#drop(address);
    }
  }

  /** Forgets everything, also what is being rendered now: after a lost LISTEN nobody knows what was purged. */
  clear(): void {
    this.#generation += 1;
    this.#floor = this.#generation;
    this.#entries.clear();
    this.#byKey.clear();
    this.#purgedAt.clear();
    this.#ofCounty.clear();
    this.#bytes = 0;
  }

  /** Number of pages and bytes held, for the operator's page. */
  figures(): { pages: number; bytes: number } {
    return { pages: this.#entries.size, bytes: this.#bytes };
  }

  #count({ county, size }: CachedPage, address: string, by: 1 | -1): void {
    this.#bytes += by * size;
    const own = this.#ofCounty.get(county) ?? { bytes: 0, addresses: new Set<string>() };
    own.bytes += by * size;
    if (by === 1) own.addresses.add(address);
    else own.addresses.delete(address);
    if (own.addresses.size > 0) this.#ofCounty.set(county, own);
    else this.#ofCounty.delete(county);
  }

  #oldestOfTheLargest(): string | undefined {
    let largest: { bytes: number; readonly addresses: Set<string> } | undefined;
    for (const own of this.#ofCounty.values()) if (!largest || own.bytes > largest.bytes) largest = own;
    return largest?.addresses.keys().next().value;
  }

  #drop(address: string): void {
    const page = this.#entries.get(address);
    if (!page) return;
    this.#entries.delete(address);
    this.#count(page, address, -1);
    for (const key of page.keys) {
      const addresses = this.#byKey.get(scoped(page.county, key));
      addresses?.delete(address);
      if (addresses?.size === 0) this.#byKey.delete(scoped(page.county, key));
    }
  }
}

const scoped = (county: number, key: string): string => `${county}:${key}`;
const compress: Record<Encoding, (body: Buffer) => Buffer> = {
  identity: (body) => body,
  gzip: (body) => gzipSync(body, { level: 6 }),
  br: (body) =>
    brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
};

/** A page ready to be kept and sent. */
export function pageOf(
  body: string | Buffer,
  about: {
    county: number;
    type: string;
    keys: readonly string[];
    staleAt: Date | null;
    now: Date;
    headers?: Readonly<Record<string, string>>;
  },
): CachedPage {
  const identity = Buffer.from(body);
  const made: Partial<Record<Encoding, Buffer>> = { identity };
  return {
    county: about.county,
    type: about.type,
    etag: entityTag(identity),
    headers: about.headers ?? {},
    body: (encoding) => (made[encoding] ??= compress[encoding](identity)),
    // Text shrinks to less than half in either encoding.
    size: 2 * identity.length,
    storedAt: about.now.getTime(),
    staleAt: about.staleAt?.getTime() ?? null,
    keys: about.keys,
  };
}
