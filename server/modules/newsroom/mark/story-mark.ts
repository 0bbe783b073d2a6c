import { compactJws } from '#platform/compact-jws';
import { addressOf } from '#platform/county-address';
import type { Tx } from '#platform/transaction';
import type { StoryMarkClaim } from '../page-contract.ts';
import type { StripEntry } from '../review/signature-queries.ts';

/** What a mark is made of. */
export interface Marked {
  readonly slug: string;
  readonly edition: number;
  /** SHA-256 of the canonical text, hexadecimal. */
  readonly textHash: string;
  readonly title: string;
  readonly publishedAt: Date;
  readonly validUntil: Date | null;
  readonly strip: readonly Pick<StripEntry, 'kind'>[];
}

/** 防伪码: the county's signed word that this edition is its own (compact JWS), short enough for a QR code on a poster. Null while the county has no key yet. The same edition has the same mark until the key changes, so none is stored. */
export async function storyMark(tx: Tx, marked: Marked): Promise<string | null> {
  const key = await tx.ctx.app.keys.heldKey(tx, 'county');
  return key ? compactJws(key, { ...claimOf(addressOf(tx.ctx), marked) }) : null;
}

/** The page that checks marks, also without network once it was open. */
export const checkPath = '/verify';

/** Where a mark is checked. It stands behind the #, so it is never sent. */
export const markPath = (mark: string): string => `${checkPath}#${mark}`;

const meansLetters = { passkey: 'p', attested: 'a', demonstration: 'd' } as const;
const titleAtMost = 24;

/** The claim in the order in which it is signed. */
export function claimOf(address: string, marked: Marked): StoryMarkClaim {
  const { host } = new URL(address);
  const title = [...marked.title];
  return {
    iss: host,
    sub: marked.slug,
    rev: marked.edition,
    sha: Buffer.from(marked.textHash, 'hex').toString('base64url'),
    steps: marked.strip.map(({ kind }) => meansLetters[kind]).join(''),
    iat: seconds(marked.publishedAt),
    ...(marked.validUntil ? { until: seconds(marked.validUntil) } : {}),
    head: title.length > titleAtMost ? `${title.slice(0, titleAtMost - 1).join('')}…` : marked.title,
  };
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
